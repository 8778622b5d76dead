import type { Acteur } from '#domain/acces/acteur'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { type CampagneLue, findOrCreateCampagne, type Millesime } from '#infra/stores/campagne/campagne'

/** The two calls of the published procedure (docs/domaine.md § 1): what an empty database starts with. */
export const CAMPAGNES_DE_LA_PROCEDURE = [
  { dispositif: 'MEI', annee: 2025 },
  { dispositif: 'JUMELAGES', annee: 2025 },
] as const satisfies Millesime[]

/**
 * Makes sure that these campagnes exist: those that do not are opened with the default réglages and pièces, and the journal says so.
 * `creees` are their codes; `parCode` holds them all.
 */
export async function installerCampagnes(
  { db, now }: Deps,
  acteur: Acteur,
  voulues: readonly Millesime[],
): Promise<{ creees: string[]; parCode: Map<string, CampagneLue> }> {
  const creees: string[] = []
  const parCode = new Map<string, CampagneLue>()
  for (const voulue of voulues) {
    if (parCode.has(codeCampagne(voulue.dispositif, voulue.annee))) continue
    const { campagne, creee } = await db.$transaction(async (tx) => {
      const found = await findOrCreateCampagne(tx, voulue, now())
      if (found.creee) {
        await writeJournal(tx, acteur, {
          acte: 'ouvrirCampagne',
          objet: 'campagne',
          objetId: found.campagne.id,
          detail: { code: found.campagne.code, reglages: 'par défaut' },
          le: now(),
        })
      }
      return found
    })
    parCode.set(campagne.code, campagne)
    if (creee) creees.push(campagne.code)
  }
  return { creees, parCode }
}
