import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PasswordForm } from '@/components/ui/password-form';
import { Card } from '@/components/ui/sheet';
import { findInvitation } from '@/server/invitations';
import { submitSetup } from './actions';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage({ params }: PageProps<'/setup/[token]'>) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation?.setup) notFound();
  return (
    <Card title="Make the first administrator">
      <PasswordForm action={submitSetup} token={token} asks={['name', 'email', 'team']} />
    </Card>
  );
}
