import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { report } from '../../../lib/report/report.ts';

interface Props<P> {
  /** Imports the component. */
  load: () => Promise<FunctionComponent<P>>;
  /** Its props. */
  with: P;
  /** Shown until it is loaded. */
  until?: preact.ComponentChild;
}

/** A component that is imported when it is first shown. Unlike `lazy` of preact/compat, it needs no Suspense. */
export function Later<P extends object>({ load, with: props, until }: Props<P>) {
  const [Part, setPart] = useState<FunctionComponent<P>>();
  useEffect(() => {
    let gone = false;
    // In a function, because setState calls functions.
    load().then(
      (part) => gone || setPart(() => part),
      (error: unknown) => report(error, 'later'),
    );
    return () => {
      gone = true;
    };
  }, []);
  return Part ? <Part {...props} /> : until;
}
