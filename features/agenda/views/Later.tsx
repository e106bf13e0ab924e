import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { report } from '../../../lib/report/report.ts';

interface Props<P> {
  /** Reads the component, whose code is not there at the first paint. */
  load: () => Promise<FunctionComponent<P>>;
  /** What it is drawn with. */
  with: P;
  /** What stands in its place until then. */
  until?: preact.ComponentChild;
}

/** A part of a surface that is read when it is first shown. */
export function Later<P extends object>({ load, with: props, until }: Props<P>) {
  const [Part, setPart] = useState<FunctionComponent<P>>();
  useEffect(() => {
    let gone = false;
    // A function as state would be called.
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
