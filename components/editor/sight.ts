/** Room between the caret and what covers the text above or below it, in px. */
const room = 24;

/**
 * For the editor's view: how far a place that is brought into sight stays from the window's edges,
 * so that it never ends up under the bar that stands at the top, however high that is at the time.
 */
export function clearOf(bar: HTMLElement) {
  const edge = {
    get top() {
      return bar.offsetHeight + room;
    },
    bottom: room,
    left: 0,
    right: 0,
  };
  return { scrollThreshold: edge, scrollMargin: edge };
}
