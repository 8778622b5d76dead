import type { Agent } from '#domain/acces/droits'
import type { Avis } from '#domain/pre-projet/avis'
import type { Db } from '#infra/db'
import { confirmerChampsSurs } from '#usecases/pre-projet/confirmer-champ'
import { rendreAvis } from '#usecases/pre-projet/rendre-avis'

/** What the officer answered to some of the fiches, by the title of the project. */
const AVIS: [titre: string, avis: Avis, texte: string][] = [
  [
    'Chantier de jeunes à Cork',
    'FAVORABLE',
    'Le projet répond aux attentes de l’appel. Joignez l’accord du partenaire à votre dossier.',
  ],
  [
    'Sur les pas des mineurs polonais',
    'FAVORABLE',
    'Le projet est solide. Précisez dans le dossier la part des familles.',
  ],
  ['Vingt ans du jumelage avec Deal', 'FAVORABLE', 'Vous pouvez déposer votre dossier sur e-partenaire.'],
  [
    'Volontariat citoyen à Chefchaouen',
    'A_RETRAVAILLER',
    'Le montant souhaité est élevé au regard du nombre de participants : revoyez le budget avec un autre financeur.',
  ],
  [
    'Séjour à Lisbonne',
    'DEFAVORABLE',
    'Le séjour ne prévoit pas de rencontre avec des jeunes portugais, ce que demande l’appel.',
  ],
  ['Classe de découverte à Pérouse', 'FAVORABLE', 'Vous pouvez déposer votre dossier sur e-partenaire.'],
  [
    'Théâtre franco-allemand à Erfurt',
    'A_RETRAVAILLER',
    'Indiquez l’âge des participants et le nom de l’établissement partenaire.',
  ],
]

const JOUR_MS = 86_400_000

/** Confirms what was surely read in these fiches, three days after they came, and gives the avis. */
export async function examinerFiches(db: Db, agent: Agent): Promise<void> {
  for (const [titre, avis, texte] of AVIS) {
    const { id, recuLe } = await db.preProjet.findFirstOrThrow({ where: { titre }, select: { id: true, recuLe: true } })
    const deps = { db, now: () => new Date(recuLe.getTime() + 3 * JOUR_MS) }
    const vise = async () => {
      const { version } = await db.preProjet.findUniqueOrThrow({ where: { id }, select: { version: true } })
      return { preProjetId: id, version }
    }
    const surs = await confirmerChampsSurs(deps, agent, await vise())
    const rendu = await rendreAvis(deps, agent, { ...(await vise()), avis, texte })
    if (!surs.ok || !rendu.ok) throw new Error(`the demonstration was refused: ${titre}`)
  }
}
