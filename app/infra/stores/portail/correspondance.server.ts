import { lireReglages, type Signataire } from '#domain/campagne/reglages'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import {
  type Conversation,
  conversationDe,
  derniersDuFil,
  etatDuFil,
  mailDuFil,
  type MailDuFil,
} from '#infra/stores/courriel-recu/fil'
import { cleDAdresse } from '#infra/stores/courriel/retour'

/** Someone an officer may write to in a thread; `revenu` when a mail to that address came back, and no officer has said since that it is good. */
export type Correspondant = { adresse: string; nom: string; revenu: { le: Date; motif: string } | null }

export type Correspondance = {
  /** The thread the message goes into, and the received mail it is written under, if one was named. */
  sujet: Conversation
  sous: string | null
  /** Who wrote in the thread or is named by the form: whom it answers first, then who wrote last. */
  correspondants: Correspondant[]
  /** The mail it answers: the one it is written under, else the last of a person. */
  dernier: MailDuFil | null
  /** How far the thread went when this was read. */
  fil: string
  signataire: Signataire
}

/** Senders looked at in a thread. */
const EXPEDITEURS_MAX = 20

const CAMPAGNE = { select: { dispositif: true, reglages: true } } as const

/** The thread of what a message is written under: a received mail that is with a dossier or a fiche is answered in theirs. Throws NotFound. */
export async function filVise(tx: Tx | Db, vise: Conversation): Promise<{ sujet: Conversation; sous: string | null }> {
  if (!('courrielRecuId' in vise)) return { sujet: vise, sous: null }
  const sous = vise.courrielRecuId
  const recu = await tx.courrielRecu.findUnique({ where: { id: sous }, select: { dossierId: true, preProjetId: true } })
  if (!recu) throw new NotFound('courriel-recu', sous)
  return { sujet: conversationDe({ ...recu, courrielRecuId: sous }) ?? vise, sous }
}

async function partiesDe(tx: Tx | Db, sujet: Conversation) {
  if ('courrielRecuId' in sujet) {
    // About no dossier and no fiche: signed as the campagne that is open, the last one opened.
    const campagne = await tx.campagne.findFirst({
      where: { etat: 'OUVERTE' },
      orderBy: [{ ouverteLe: 'desc' }, { code: 'asc' }],
      ...CAMPAGNE,
    })
    return { nommes: [], campagne }
  }
  if ('preProjetId' in sujet) {
    const fiche = await tx.preProjet.findUnique({
      where: { id: sujet.preProjetId },
      select: { contactNom: true, contactCourriel: true, campagne: CAMPAGNE },
    })
    if (!fiche) throw new NotFound('pre-projet', sujet.preProjetId)
    const { contactNom: nom, contactCourriel: adresse, campagne } = fiche
    return { nommes: [{ adresse, nom }], campagne }
  }
  const dossier = await tx.dossier.findUnique({
    where: { id: sujet.dossierId },
    select: {
      contactNom: true,
      contactCourriel: true,
      structure: { select: { courriel: true, nom: true } },
      campagne: CAMPAGNE,
    },
  })
  if (!dossier) throw new NotFound('dossier', sujet.dossierId)
  const { contactNom: nom, contactCourriel: adresse, structure, campagne } = dossier
  return {
    nommes: [
      { adresse, nom },
      { adresse: structure.courriel, nom: structure.nom },
    ],
    campagne,
  }
}

/** To whom an officer may write in this thread, which mail a message answers, and who signs. Throws NotFound. */
export async function loadCorrespondance(tx: Tx | Db, vise: Conversation): Promise<Correspondance> {
  const { sujet, sous } = await filVise(tx, vise)
  const [{ nommes, campagne }, repondu, fil, recus] = await Promise.all([
    partiesDe(tx, sujet),
    sous === null ? null : mailDuFil(tx, sujet, sous),
    etatDuFil(tx, sujet),
    derniersDuFil(tx, sujet, EXPEDITEURS_MAX),
  ])
  const dernier = sous === null ? (recus[0] ?? null) : repondu
  const tous = [...(dernier ? [dernier] : []), ...recus]
    .map(({ de, deNom }) => ({ adresse: de, nom: deNom }))
    .concat(nommes)
    .map(({ adresse, nom }) => ({ adresse: adresse.trim().toLowerCase(), nom: nom.trim() }))
    .filter(({ adresse }) => /^[^\s@]+@[^\s@]+$/.test(adresse))
  const correspondants = tous.filter(({ adresse }, rang) => tous.findIndex((un) => un.adresse === adresse) === rang)
  const marques = await tx.adresseNonRemise.findMany({
    where: { adresse: { in: correspondants.map(({ adresse }) => cleDAdresse(adresse)) } },
  })
  const revenuDe = (adresse: string) => {
    const marque = marques.find((une) => une.adresse === cleDAdresse(adresse))
    return marque ? { le: marque.depuisLe, motif: marque.motif } : null
  }
  const { signataire } = lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI')
  return {
    sujet,
    sous,
    correspondants: correspondants.map((un) => ({ ...un, revenu: revenuDe(un.adresse) })),
    dernier,
    fil,
    signataire,
  }
}
