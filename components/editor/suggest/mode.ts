/**
 * Whether one suggests instead of editing; remembered in the browser, by account and memo. Whoever may
 * only suggest always does.
 */
export class Mode {
  private readonly key: string;
  isOn: boolean;

  constructor(
    memo: string,
    account: string,
    private readonly onChange: (isOn: boolean) => void,
    private readonly isForced = false,
  ) {
    this.key = `scenesetter:suggesting:${account}:${memo}`;
    this.isOn = isForced || this.read();
    onChange(this.isOn);
  }

  /** Turns it on or off; a key that does so is used up. */
  toggle(): true {
    if (this.isForced) return true;
    this.isOn = !this.isOn;
    try {
      if (this.isOn) localStorage.setItem(this.key, '1');
      else localStorage.removeItem(this.key);
    } catch {
      // A full or forbidden storage: it holds until the page is left.
    }
    this.onChange(this.isOn);
    return true;
  }

  private read(): boolean {
    try {
      return localStorage.getItem(this.key) !== null;
    } catch {
      return false;
    }
  }
}
