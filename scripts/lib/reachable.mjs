// Exit code 0 when the address given answers a HEAD request, 1 with one line on standard error when it does not.
// A program of its own, so that it runs on Node 24, which honours HTTPS_PROXY.
const [url = '', limit = '20000'] = process.argv.slice(2);
try {
  const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(Number(limit)) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}
