import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Folder of the domain → folders of the domain that its files import from, each with one import that says so. */
function besoins(): Map<string, Map<string, string>> {
  const besoins = new Map<string, Map<string, string>>()
  const fichiers = readdirSync('app/domain', { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  for (const { parentPath, name } of fichiers) {
    const [dossier] = parentPath.split('/').slice(2)
    if (dossier === undefined) continue
    const vers = besoins.get(dossier) ?? new Map<string, string>()
    besoins.set(dossier, vers)
    for (const [, autre, fichier] of readFileSync(`${parentPath}/${name}`, 'utf8').matchAll(
      /from '#domain\/([^'/]+)\/([^']+)'/g,
    )) {
      if (autre !== undefined && autre !== dossier) vers.set(autre, `${dossier}/${name} → ${autre}/${fichier ?? ''}`)
    }
  }
  return besoins
}

/** The imports that lead from a folder back to it, or null. */
function circuit(graphe: Map<string, Map<string, string>>, depart: string): string[] | null {
  const vus = new Set<string>()
  const suivre = (dossier: string, chemin: string[]): string[] | null => {
    for (const [autre, preuve] of graphe.get(dossier) ?? []) {
      if (autre === depart) return [...chemin, preuve]
      if (vus.has(autre)) continue
      vus.add(autre)
      const trouve = suivre(autre, [...chemin, preuve])
      if (trouve) return trouve
    }
    return null
  }
  return suivre(depart, [])
}

test('no folder of the domain needs itself through others: each can be read after those it stands on', () => {
  const graphe = besoins()
  expect([...graphe.keys()].flatMap((dossier) => circuit(graphe, dossier) ?? [])).toEqual([])
})
