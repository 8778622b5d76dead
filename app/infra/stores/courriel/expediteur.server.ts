import { lireReglages } from '#domain/campagne/reglages'
import type { Dispositif } from '#domain/dispositif'
import { adressesDeReponse, type Expediteur, SANS_EXPEDITEUR } from '#domain/courriel/expediteur'
import type { Db, Tx } from '#infra/db'
import { getEnv } from '#infra/env'

/** What a mail is about: a dossier, a fiche, a campagne it is tried for; nothing where it is written to an agent, or under a mail that is with neither. */
type Sujet = { dossierId?: string | null; preProjetId?: string | null; campagneId?: string | null }

const CAMPAGNE = { select: { dispositif: true, reglages: true } } as const

async function campagneDe(tx: Tx | Db, { dossierId, preProjetId, campagneId }: Sujet) {
  if (dossierId)
    return (await tx.dossier.findUnique({ where: { id: dossierId }, select: { campagne: CAMPAGNE } }))?.campagne
  if (preProjetId)
    return (await tx.preProjet.findUnique({ where: { id: preProjetId }, select: { campagne: CAMPAGNE } }))?.campagne
  return campagneId ? tx.campagne.findUnique({ where: { id: campagneId }, ...CAMPAGNE }) : null
}

/** Who a mail about this is from, as its campagne says now. */
export async function expediteurDe(tx: Tx | Db, sujet: Sujet): Promise<Expediteur> {
  const campagne = await campagneDe(tx, sujet)
  return campagne ? expediteurDeCampagne(campagne) : SANS_EXPEDITEUR
}

/** Who a mail of this campagne is from. */
export function expediteurDeCampagne({
  reglages,
  dispositif,
}: {
  reglages: unknown
  dispositif: Dispositif
}): Expediteur {
  const { expediteurNom, reponseA } = lireReglages(reglages, dispositif)
  return { expediteurNom, reponseA }
}

/** The same as who receives the mail reads it: from whom, and where an answer goes. */
export function expediteurDit({ expediteurNom, reponseA }: Expediteur): { de: string; reponsesA: string } {
  const { MAIL_FROM, MAIL_REPLY_TO } = getEnv()
  const nom = expediteurNom || MAIL_FROM.name
  return {
    de: nom ? `${nom} <${MAIL_FROM.address}>` : MAIL_FROM.address,
    reponsesA: adressesDeReponse(reponseA, MAIL_REPLY_TO ?? MAIL_FROM.address).join(', '),
  }
}
