import type { Expert } from '#domain/acces/acteur'
import { etatDuLien } from '#domain/avis-expert/avis-expert'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import { analysesOuvrables } from '#domain/piece/antivirus'
import type { Db, Tx } from '#infra/db'
import { antivirusVoulu } from '#infra/env'
import { NotFound } from '#infra/errors'
import { hashJeton } from '#infra/jeton'
import type { Prisma } from '#prisma'

const AVEC_DOSSIER = {
  dossier: { select: { etat: true, objet: true, structure: { select: { nom: true } } } },
} as const satisfies Prisma.AvisDExpertInclude

type Lue = Prisma.AvisDExpertGetPayload<{ include: typeof AVEC_DOSSIER }>

/** A request for an avis, with what its link and its mails depend on. */
export type AvisCharge = Omit<Lue, 'jusquAu' | 'dossier'> &
  Pick<Lue['dossier'], 'etat' | 'objet'> & {
    jusquAu: string
    structure: string
  }

const charger = ({ dossier, ...avis }: Lue): AvisCharge => ({
  ...avis,
  ...{ etat: dossier.etat, objet: dossier.objet, structure: dossier.structure.nom },
  jusquAu: fromDate(avis.jusquAu),
})

/** A request for an avis of this dossier, by its id. Throws NotFound. */
export async function avisDuDossier(tx: Tx | Db, dossierId: string, id: string): Promise<AvisCharge> {
  const lue = await tx.avisDExpert.findFirst({ where: { id, dossierId }, include: AVEC_DOSSIER })
  if (!lue) throw new NotFound('avis-expert', id)
  return charger(lue)
}

/** A request by its id, for the software itself; null where it is gone. */
export async function avisParId(tx: Tx | Db, id: string): Promise<AvisCharge | null> {
  const lue = await tx.avisDExpert.findUnique({ where: { id }, include: AVEC_DOSSIER })
  return lue && charger(lue)
}

/**
 * The request that this token opens now. Looked up by its hash alone, so how long it takes says nothing of a token. Throws NotFound alike for one that
 * nobody was given, that was taken back, whose last day is over, or whose dossier is decided.
 */
export async function avisDuJeton(tx: Tx | Db, jeton: string, now: Date): Promise<AvisCharge> {
  const lue = await tx.avisDExpert.findUnique({ where: { jeton: hashJeton(jeton) }, include: AVEC_DOSSIER })
  const avis = lue && charger(lue)
  if (!avis || etatDuLien(avis, jourDeParis(now)) !== 'OUVERT') throw new NotFound('avis-expert', 'lien')
  return avis
}

/** Who holds the link, as who acts. */
export const expertDe = ({ id, prenom, nom, courriel }: AvisCharge): Expert => ({
  type: 'EXPERT',
  ...{ id, prenom, nom, courriel },
})

/** The files of this dossier that somebody outside may be given: the last version of each pièce, that the antivirus let through. */
export async function fichiersADonner(tx: Tx | Db, dossierId: string) {
  const pieces = await tx.piece.findMany({
    where: { dossierId },
    orderBy: [{ rang: 'asc' }, { id: 'asc' }],
    select: {
      code: true,
      versions: {
        orderBy: { numero: 'desc' },
        take: 1,
        select: { id: true, nomFichier: true, taille: true, analyse: true },
      },
    },
  })
  const ouvrables = analysesOuvrables({ antivirus: antivirusVoulu() })
  return pieces.flatMap(({ code, versions }) =>
    versions.filter(({ analyse }) => ouvrables.includes(analyse)).map((version) => ({ ...version, code })),
  )
}
