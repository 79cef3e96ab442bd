import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '@/components/ui/message';
import { Card } from '@/components/ui/sheet';
import { SignInForm } from '@/components/ui/sign-in-form';
import { currentActor } from '@/server/session';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await currentActor()) redirect('/');
  const { welcome } = await searchParams;
  return (
    <Card title="Sign in">
      {welcome === undefined ? null : (
        <div className="mb-4">
          <Notice>Your account is ready. Sign in with it.</Notice>
        </div>
      )}
      <SignInForm />
    </Card>
  );
}
