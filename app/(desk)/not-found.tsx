import Link from 'next/link';
import { Empty } from '@/components/ui/message';

export default function DeskNotFound() {
  return (
    <Empty title="There is nothing here under this address">
      It may have been moved, or it may belong to another team.{' '}
      <Link href="/">Back to the desk</Link>
    </Empty>
  );
}
