import { headers } from 'next/headers';
import { Card } from '@/components/ui/sheet';

export default async function NotFound() {
  // Read at each request, so that the page's scripts carry the request's nonce.
  await headers();
  return (
    <Card title="There is nothing here under this address">
      <p>
        A link works once and for a limited time. <a href="/">Go to the desk</a>
      </p>
    </Card>
  );
}
