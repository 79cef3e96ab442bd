import { buttonLook } from '../ui/button';
import { Notice } from '../ui/message';

type Props = {
  memo: string;
  headline: string;
  isCleared: boolean;
  version: number;
  sha256: string;
  by: string;
  at: string;
};

/** Which text was cleared, by whom and when, and whether it is the one that stands. */
export function IssuedNote({ memo, headline, isCleared, version, sha256, by, at }: Props) {
  return (
    <Notice>
      <p className={`font-semibold ${isCleared ? 'text-good' : 'text-alarm'}`}>{headline}</p>
      <p className="mt-1">
        Version {version}, issued by {by}, {at}.
      </p>
      <p className="mt-1 break-all font-mono text-quiet text-xs">SHA-256 {sha256}</p>
      <p className="mt-3">
        <a href={`/api/memos/${memo}/export?format=pdf&text=cleared`} className={buttonLook()}>
          Download the cleared text
        </a>
      </p>
    </Notice>
  );
}
