import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks the types of the whole tree; a start must not fail on a test's.
  typescript: { ignoreBuildErrors: true },
  // No image is ever resized here, and the resizer is one more way in.
  images: { unoptimized: true },
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', 'undici', 'pg-boss'],
};

export default config;
