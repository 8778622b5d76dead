import { z } from 'zod'
import type { LigneDeCommission } from '#domain/rapport/ligne-de-commission'
import { etapeDe } from '#domain/seance/seance'
import { somme } from '#domain/budget/montant'
import type { Tx } from '#infra/db'
import { resteEnveloppe } from '#infra/stores/campagne/enveloppe'
import { delibereeDe, loadSeance } from '#infra/stores/seance/seance'

/** Which séance a rapport is of, as it was kept; null where it is of none. */
export const SeanceVoulue = z.object({ seanceId: z.uuid().nullable() }).catch({ seanceId: null })

const LIGNE = {
  rang: true,
  avis: true,
  montantProposeCents: true,
  vote: true,
  montantCents: true,
  dossier: {
    select: {
      numero: true,
      objet: true,
      nbParticipants: true,
      montantDemandeCents: true,
      campagne: { select: { id: true, code: true, enveloppeCents: true } },
      structure: { select: { nom: true, commune: true } },
      propositions: { where: { remplaceeLe: null }, select: { avis: true, montantCents: true } },
    },
  },
} as const

/** The list of a séance in its order, or its dossiers of one campagne; and what each enveloppe holds beside what this séance votes. Throws NotFound. */
export async function rowsCommission(
  tx: Tx,
  { seanceId, campagneCode }: { seanceId: string; campagneCode?: string | undefined },
) {
  const seance = await loadSeance(tx, seanceId)
  const lues = await tx.ligneSeance.findMany({
    where: { seanceId, ...(campagneCode && { dossier: { campagne: { code: campagneCode } } }) },
    orderBy: { rang: 'asc' },
    select: LIGNE,
  })
  const lignes = lues.map(({ rang, avis, montantProposeCents, vote, montantCents, dossier }): LigneDeCommission => {
    const [propose] = dossier.propositions
    return {
      rang,
      numero: dossier.numero ?? '',
      structure: dossier.structure.nom,
      commune: dossier.structure.commune,
      objet: dossier.objet,
      campagne: dossier.campagne.code,
      jeunes: dossier.nbParticipants,
      demandeCents: dossier.montantDemandeCents,
      avis: avis ?? propose?.avis ?? null,
      proposeCents: montantProposeCents ?? propose?.montantCents ?? null,
      vote,
      voteCents: montantCents,
    }
  })
  const campagnes = new Map(lues.map(({ dossier: { campagne } }) => [campagne.code, campagne]))
  const disponibles = []
  for (const [campagne, dotee] of [...campagnes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const reste = await resteEnveloppe(tx, dotee)
    const ici = lues.filter(({ dossier }) => dossier.campagne.code === campagne)
    const vote = somme(ici.map(({ montantCents }) => montantCents ?? 0n))
    disponibles.push({ campagne, disponibleCents: reste === null ? null : reste + vote })
  }
  return {
    seance: { ...seance, etape: etapeDe(seance), deliberation: delibereeDe(seance.deliberation) },
    lignes,
    disponibles,
  }
}

/** The séance of that day, or else the next one to come, else the last one held, with a dossier of this campagne on its list; null where there is none. */
export async function seanceAPresenter(
  tx: Pick<Tx, 'seance'>,
  { jour, campagneCode, aujourdhui }: { jour?: Date | undefined; campagneCode?: string | undefined; aujourdhui: Date },
): Promise<string | null> {
  const avec = { lignes: { some: campagneCode ? { dossier: { campagne: { code: campagneCode } } } : {} } }
  const premiere = async (le: object, sens: 'asc' | 'desc') =>
    (await tx.seance.findFirst({ where: { ...avec, jour: le }, orderBy: [{ jour: sens }, { id: 'asc' }], select: { id: true } }))?.id ?? null // prettier-ignore
  if (jour) return premiere({ equals: jour }, 'asc')
  return (await premiere({ gte: aujourdhui }, 'asc')) ?? (await premiere({ lt: aujourdhui }, 'desc'))
}
