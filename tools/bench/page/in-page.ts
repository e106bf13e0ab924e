/** Runs in the measured page. Each function is self-contained, because the driver sends only its source. */

/** Resolves when the page has nothing more to do. */
export function rested(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve())));
}

/** The sum of the layout shifts so far. */
export function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => {
      observer.disconnect();
      resolve(sum);
    }, 50);
  });
}

/** Makes changes that have nothing to do with sessions, one in a frame: a node, an attribute and a text in turn. */
export function changes(count: number): Promise<void> {
  const box = document.createElement('div');
  box.style.cssText = 'position: fixed; inset: auto 0 0 auto; inline-size: 9em; block-size: 2em; overflow: hidden';
  const text = document.createTextNode('0');
  box.append(text);
  document.body.append(box);
  return new Promise((resolve) => {
    const change = (left: number) => {
      if (left === 0) {
        box.remove();
        resolve();
        return;
      }
      if (left % 3 === 0) box.append(document.createElement('i'));
      else if (left % 3 === 1) box.setAttribute('data-left', String(left));
      else text.data = String(left);
      requestAnimationFrame(() => change(left - 1));
    };
    requestAnimationFrame(() => change(count));
  });
}

/** Puts the sessions that wait in `csgAdded` at the end of the list. */
export function more(): void {
  const blocks = document.querySelectorAll('.sched-container-inner');
  const { csgAdded } = globalThis as unknown as { csgAdded: string };
  blocks[blocks.length - 1]?.insertAdjacentHTML('beforeend', csgAdded);
}

/** Changes the page in each frame, and takes the time of each click meanwhile, until `clicks` asks. */
export function watchClicks(): void {
  const box = document.createElement('div');
  // Of a fixed size and beside the content, as in changes().
  box.style.cssText = 'position: fixed; inset: auto 0 0 auto; inline-size: 9em; block-size: 2em; overflow: hidden';
  const text = document.createTextNode('');
  box.append(text);
  document.body.append(box);
  const took: number[] = [];
  let going = true;
  const change = () => {
    text.data = String(performance.now());
    if (going) requestAnimationFrame(change);
  };
  requestAnimationFrame(change);
  const onPress = ({ timeStamp }: Event) => {
    requestAnimationFrame(() => {
      // A frame's style, layout and painting follow on its callbacks, and the next task on these.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        took.push(performance.now() - timeStamp);
        port1.close();
      };
      port2.postMessage('');
    });
  };
  addEventListener('mousedown', onPress, { capture: true });
  Object.assign(globalThis, {
    csgClicks() {
      going = false;
      removeEventListener('mousedown', onPress, { capture: true });
      box.remove();
      return took;
    },
  });
}

/** Milliseconds that each click took. */
export async function clicks(): Promise<number[]> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return (globalThis as unknown as { csgClicks(): number[] }).csgClicks();
}

/** Takes all sessions out of the list and puts new ones in their place, once in a frame. */
export function redraw(times: number): Promise<void> {
  const blocks = [...document.querySelectorAll('.sched-container-inner')];
  const scope = globalThis as unknown as { csgBlocks?: string[] };
  return new Promise((resolve) => {
    const markups = scope.csgBlocks ?? blocks.map(plain);
    scope.csgBlocks = markups;
    const again = (left: number) => {
      if (left === 0) {
        resolve();
        return;
      }
      blocks.forEach((block, index) => {
        block.innerHTML = markups[index] ?? '';
      });
      requestAnimationFrame(() => setTimeout(() => again(left - 1)));
    };
    again(times);
  });

  /** The markup of a block as the server sent it, without what an extension has put there. */
  function plain(block: Element): string {
    const copy = block.cloneNode(true) as Element;
    for (const card of copy.querySelectorAll('csg-card')) card.remove();
    for (const element of copy.querySelectorAll<HTMLElement>('*'))
      for (const name of Object.keys(element.dataset)) if (name.startsWith('csg')) delete element.dataset[name];
    return copy.innerHTML;
  }
}
