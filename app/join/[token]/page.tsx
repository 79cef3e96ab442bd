import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PasswordForm } from '@/components/ui/password-form';
import { Card } from '@/components/ui/sheet';
import { findInvitation } from '@/server/invitations';
import { submitJoin } from './actions';

export const metadata: Metadata = { title: 'Join' };

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation || invitation.setup) notFound();
  return (
    <Card title={`Welcome, ${invitation.name}`}>
      <p className="mb-4 text-quiet">You will sign in as {invitation.email}.</p>
      <PasswordForm action={submitJoin} token={token} asks={[]} />
    </Card>
  );
}
