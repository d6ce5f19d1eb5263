/**
 * A client of Marionette, Firefox's built-in remote control (protocol 3): over TCP, each message is its
 * length in bytes, a colon, and JSON; a command is [0, id, name, parameters], an answer [1, id, error, result].
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { connect, type Socket } from 'node:net';

export interface Marionette {
  /** Sends a command and gives its result. Rejects with Firefox's own words. */
  send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
  /** Runs the body of a function with the browser's own rights in its first window; awaits a promise. */
  chrome<T>(body: string, args?: readonly unknown[]): Promise<T>;
  close(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Connects to a port on the loopback and opens a session in the context of the browser's own windows. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await open(port);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  readMessages(socket, (message) => settle(waiting, message));
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection'));
    waiting.clear();
  });
  const send = (command: string, parameters: Record<string, unknown> = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('Firefox is gone'));
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      socket.write(encodeMessage([0, id, command, parameters]));
    });
  // No preference makes Firefox accept the newsroom's certificate; a session does.
  await send('WebDriver:NewSession', { acceptInsecureCerts: true, timeouts: { script: 120_000 } });
  await send('Marionette:SetContext', { value: 'chrome' });
  return {
    send,
    async chrome<T>(body: string, args: readonly unknown[] = []): Promise<T> {
      const script = `return (async function () { ${body} }).apply(null, arguments)`;
      const answer = await send('WebDriver:ExecuteScript', { script, args });
      // Only the caller knows the shape of what its script returns.
      return (answer as { value: T }).value;
    },
    close: () => socket.destroy(),
  };
}

/** A message as bytes for the wire. */
export function encodeMessage(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`${body.length}:`), body]);
}

/** Takes the first whole message off the front of the bytes; null while it is incomplete. */
export function takeMessage(bytes: Buffer): { message: unknown; rest: Buffer } | null {
  const colon = bytes.indexOf(':');
  if (colon < 0) return null;
  const end = colon + 1 + Number(bytes.toString('latin1', 0, colon));
  if (bytes.length < end) return null;
  return { message: JSON.parse(bytes.toString('utf8', colon + 1, end)), rest: bytes.subarray(end) };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

function readMessages(socket: Socket, receive: (message: unknown) => void): void {
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)]);
    for (let next = takeMessage(bytes); next; next = takeMessage(bytes)) {
      bytes = next.rest;
      receive(next.message);
    }
  });
}

function settle(waiting: Map<number, Waiting>, message: unknown): void {
  // The greeting is an object; every answer is an array.
  if (!Array.isArray(message)) return;
  const [, id, error, result] = message as [
    number,
    number,
    { error: string; message: string } | null,
    unknown,
  ];
  const call = waiting.get(id);
  waiting.delete(id);
  if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
  else call?.resolve(result);
}
