/** Runs in the measured page: takes the times of a key. It holds all that it needs, because the driver sends its source alone. */

/** Milliseconds. */
export interface Keystroke {
  /** From the press, by the browser's own stamp, to the end of the work on the frame with the answer. */
  painted: number;
  /** Of that, what the page works: what it does with the input, and the frame. The rest is waiting. */
  worked: number;
  /**
   * From the press to the presentation of the frame, as the browser tells it, rounded to 8 (Event Timing,
   * https://w3c.github.io/event-timing/); undefined where it was less than the 16 from which it tells.
   */
  presented: number | undefined;
}

export function watchKeys(): void {
  let pressed = 0;
  let input = 0;
  let handled = 0;
  let keystroke: Keystroke | undefined;
  let presented: number | undefined;
  let answer = '';

  /** What a search changes, in few letters. */
  const shown = () => {
    const said = document.querySelector('[role=status]')?.textContent;
    return [said, ...['.row', 'mark'].map((css) => document.querySelectorAll(css).length)].join();
  };

  const capture = { capture: true };
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), capture);
  addEventListener(
    'input',
    () => {
      input = performance.now();
      requestAnimationFrame(() => {
        const frame = performance.now();
        // A frame's style, layout and painting follow on its callbacks, and the next task on these.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const end = performance.now();
          keystroke = { painted: end - pressed, worked: handled - input + (end - frame), presented: undefined };
          answer = shown();
          port1.close();
        };
        port2.postMessage('');
      });
    },
    capture,
  );
  addEventListener('input', () => (handled = performance.now()));
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'keydown' && startTime === pressed) presented = duration;
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

  Object.assign(globalThis, {
    csgKeys: {
      get answered() {
        return keystroke !== undefined;
      },
      taken() {
        const taken = { keystroke: { ...keystroke, presented }, late: answer !== shown() };
        keystroke = undefined;
        presented = undefined;
        return taken;
      },
    },
  });
}
