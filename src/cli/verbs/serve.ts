import { fileURLToPath } from 'node:url';
import { serveCase } from '../serve.js';
import { CannotRun, exitCodes, type Terminal } from '../terminal.js';

/** `serve`: the workbench on a loopback address, until interrupted. */
export async function runServe(
  terminal: Terminal,
  path: string,
  flags: { readonly port: string | undefined },
  untilInterrupted: () => Promise<void>,
): Promise<number> {
  const port = flags.port === undefined ? undefined : Number(flags.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) {
    throw new CannotRun(`--port "${flags.port}": expected a whole number from 0 to 65535`);
  }
  const pageFolder = fileURLToPath(new URL('../../workbench-page/', import.meta.url));
  const server = await serveCase({
    path,
    pageFolder,
    ...(port === undefined ? {} : { port }),
  }).catch((error: unknown) => {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  });
  await terminal.out(`Workbench for ${path}: ${server.url}\nPress Ctrl-C to stop.\n`);
  await untilInterrupted();
  await server.close();
  return exitCodes.done;
}
