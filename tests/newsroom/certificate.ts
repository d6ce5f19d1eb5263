/** A certificate for the fake hosts, made anew at each start: no key lies in the repository. */
import { generate } from 'selfsigned';

/** PEM texts. */
export interface Certificate {
  key: string;
  cert: string;
}

/** A self-signed certificate for these host names and for every `*.example`, good for ten days around today. */
export async function createCertificate(hosts: readonly string[]): Promise<Certificate> {
  const day = 86_400_000;
  const names = ['*.example', 'localhost', ...hosts].map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: 'Test press' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + 9 * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names },
    ],
  });
  return { key: made.private, cert: made.cert };
}
