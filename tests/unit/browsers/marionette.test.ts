import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectMarionette, encodeMessage, takeMessage } from '../../browsers/marionette.ts';

describe('a message of Marionette', () => {
  it('carries its length in bytes, not in characters', () => {
    expect(encodeMessage(['ї']).toString()).toBe('6:["ї"]');
  });

  it('is taken off the front of the bytes, and the rest is kept', () => {
    const bytes = Buffer.concat([encodeMessage({ first: 'новини' }), encodeMessage([1])]);
    const taken = takeMessage(bytes);
    expect(taken?.message).toEqual({ first: 'новини' });
    expect(taken?.rest.toString()).toBe('3:[1]');
  });

  it('is not taken before all of it is there', () => {
    const whole = encodeMessage({ text: 'ї' });
    for (let length = 0; length < whole.length; length++)
      expect(takeMessage(whole.subarray(0, length))).toBeNull();
    expect(takeMessage(whole)).not.toBeNull();
  });
});

describe('a client of Marionette', () => {
  let server: Server | undefined;

  afterEach(() => server?.close());

  /** A server that greets as Firefox does and answers every command by `answer`, in pieces of three bytes. */
  function startServer(
    answer: (command: string, parameters: unknown, socket: Socket) => [unknown, unknown] | null,
  ): Promise<number> {
    const started = createServer((socket) => {
      socket.write(encodeMessage({ applicationType: 'gecko', marionetteProtocol: 3 }));
      let bytes: Buffer = Buffer.alloc(0);
      socket.on('data', (chunk: Buffer) => {
        bytes = Buffer.concat([bytes, chunk]);
        for (let next = takeMessage(bytes); next; next = takeMessage(bytes)) {
          bytes = next.rest;
          const [, id, command, parameters] = next.message as [number, number, string, unknown];
          const answered = answer(command, parameters, socket);
          if (!answered) continue;
          const reply = encodeMessage([1, id, ...answered]);
          for (let at = 0; at < reply.length; at += 3) socket.write(reply.subarray(at, at + 3));
        }
      });
    });
    server = started;
    return new Promise((resolve) => {
      started.listen(0, '127.0.0.1', () => {
        const address = started.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  }

  it('opens a session that takes the newsroom’s certificate, and gives what scripts return', async () => {
    const commands: [string, unknown][] = [];
    const port = await startServer((command, parameters) => {
      commands.push([command, parameters]);
      return [null, command === 'WebDriver:ExecuteScript' ? { value: { title: 'Новини' } } : null];
    });
    const client = await connectMarionette(port);
    expect(await client.chrome('return document', ['argument'])).toEqual({ title: 'Новини' });
    client.close();
    expect(commands.map(([command]) => command)).toEqual([
      'WebDriver:NewSession',
      'Marionette:SetContext',
      'WebDriver:ExecuteScript',
    ]);
    expect(commands[0]?.[1]).toMatchObject({ acceptInsecureCerts: true });
    expect(commands[2]?.[1]).toMatchObject({ args: ['argument'] });
  });

  it('rejects with the words of the browser', async () => {
    const port = await startServer((command) =>
      command === 'Missing:Command'
        ? [{ error: 'unknown command', message: 'Missing:Command' }, null]
        : [null, null],
    );
    const client = await connectMarionette(port);
    await expect(client.send('Missing:Command')).rejects.toThrow('unknown command: Missing:Command');
    client.close();
  });

  it('rejects what is under way, and what comes later, when the browser goes', async () => {
    const port = await startServer((command, _parameters, socket) => {
      if (command !== 'Marionette:Quit') return [null, null];
      socket.destroy();
      return null;
    });
    const client = await connectMarionette(port);
    await expect(client.send('Marionette:Quit')).rejects.toThrow('Firefox closed the connection');
    await expect(client.send('Marionette:Quit')).rejects.toThrow('Firefox is gone');
  });
});
