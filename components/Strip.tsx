import { Icon } from './Icon.tsx';

/** The strip above a list: what the page has, and the way through it. The numbers are filled in as sessions come. */
export function Strip({ subject }: { subject: string }) {
  const about = `What the marks mean, and where to meet the ${subject} community`;
  return (
    <div class="surface strip">
      <div class="tools" role="toolbar" aria-label={`${subject} sessions on this page`}>
        <button type="button" data-action="about" aria-expanded="false" title={about}>
          <span class="mark">
            <Icon shape="hexagon" />
          </span>
          <span class="counts" />
          <span class="unseen">: {about}</span>
        </button>
        <button type="button" data-action="previous" aria-label="Previous session" title="Previous session">
          <span class="up">
            <Icon shape="chevron" />
          </span>
        </button>
        <button type="button" data-action="next" aria-label="Next session" title="Next session">
          <Icon shape="chevron" />
        </button>
        <button type="button" data-action="only" aria-pressed="false">
          Only these
        </button>
        <button
          type="button"
          data-action="close"
          aria-label="Close this strip"
          title="Close: the toolbar’s popup brings it back"
        >
          <Icon shape="cross" />
        </button>
      </div>
      <p class="unseen" role="status" />
    </div>
  );
}
