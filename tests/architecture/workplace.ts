import { createHash } from 'node:crypto';
import type { Finding, SourceFile } from './sources.ts';

const machinePath = /(?<![\w.$~/-])\/(?:home|root|Users|work|workspace)\/[\w.-]+/;
const registryHost = /https?:\/\/(?!registry\.npmjs\.org|www\.npmjs\.com)[^\s'"/]*(?:npm|registry|artifactory|nexus|verdaccio)[^\s'"/]*/i;

/**
 * The first half of the SHA-256 of words that belong to the desk where something was written and not to the
 * project. Kept as figures so that this list does not hold the words itself.
 */
const foreignWords = new Set([
  'c857d09db23e6822e3600bc06ad8d58f',
  'c70eca6b0f88f44d81a41311647e50fd',
  '60965168ce762e949600281ba6d01fee',
  '7d3194f79e645c42e4396dda38be0476',
  '3ea125d0bff386e6754b3782b300016f',
  '57de4cf40144bdf7d00010f2f5557a7d',
  'c9fa777e55920d186ad349f77b891917',
  '2b3f6a7e9d6c0948e92f6ec78be18c78',
  '014c777fd4684e1994134767ade25b4d',
  '7d6aecf69dc3ec4ad90fd22a089e3190',
  'd450c441854160629366668cd3f86158',
  'aff57d0820c0b0909980186619b8bf87',
  '45a41c0d21b9fdacd0604194bb18be63',
  '94a168d2da574b00ec6c787377278465',
  'd63516bc98983230cc2f6dff6e9c746d',
  '666a44f0580788557379b5f8ff05bc00',
]);

const hashOf = (word: string) => createHash('sha256').update(word).digest('hex').slice(0, 32);

/** The project speaks of itself alone: no path of a machine, no host of a private registry, no name of a desk's tools. */
export function checkWorkplace(files: readonly SourceFile[]): Finding[] {
  const known = new Map<string, boolean>();
  const isForeign = (word: string) => {
    const answer = known.get(word) ?? foreignWords.has(hashOf(word));
    known.set(word, answer);
    return answer;
  };
  return files.flatMap(({ path, text }) => {
    const finding = (detail: string): Finding => ({ rule: 'speaks-of-itself', path, detail });
    const place = machinePath.exec(text) ?? registryHost.exec(text);
    const words = path === 'package-lock.json' ? [] : (text.toLowerCase().match(/[a-z][a-z0-9_-]*(?:\.[a-z]+)?/g) ?? []);
    const foreign = [...new Set(words.flatMap((word) => [word, word.split(/[.]/)[0] ?? '']))].filter(isForeign);
    return [...(place ? [finding(place[0])] : []), ...foreign.map((word) => finding(word))];
  });
}
