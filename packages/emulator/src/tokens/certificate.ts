/** RSA with SHA-256, as access tokens are signed. */
export const rs256 = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const

/** A certificate for the pair, signed by itself: base64 DER, as `x5c` carries it (RFC 7517). */
export async function selfSign(pair: CryptoKeyPair): Promise<string> {
  // Loaded here because it takes longer than the rest of the start. It needs the polyfill.
  await import('reflect-metadata')
  const { X509CertificateGenerator } = await import('@peculiar/x509')
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Latchkey emulator',
    // Wide, so that no movement of the emulator's clock leaves it.
    notBefore: new Date('2000-01-01T00:00:00Z'),
    notAfter: new Date('2049-12-31T23:59:59Z'),
    signingAlgorithm: rs256,
    keys: pair,
  })
  return Buffer.from(certificate.rawData).toString('base64')
}
