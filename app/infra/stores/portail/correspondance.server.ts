import { lireReglages, type Signataire } from '#domain/campagne/reglages'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import { cleDAdresse } from '#infra/stores/courriel/retour'
import { dernierDuFil, etatDuFil, type MailDuFil, type Sujet } from '#infra/stores/courriel-recu/fil'

/** Someone an officer may write to in a thread; `revenu` when a mail to that address came back, and no officer has said since that it is good. */
export type Correspondant = { adresse: string; nom: string; revenu: { le: Date; motif: string } | null }

export type Correspondance = {
  /** Who wrote in the thread or is named by the form; the one who wrote last is first. */
  correspondants: Correspondant[]
  dernier: MailDuFil | null
  /** How far the thread went when this was read. */
  fil: string
  signataire: Signataire
}

/** Senders looked at in a thread. */
const EXPEDITEURS_MAX = 20

const CAMPAGNE = { select: { dispositif: true, reglages: true } } as const

async function partiesDe(tx: Tx | Db, sujet: Sujet) {
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
export async function loadCorrespondance(tx: Tx | Db, sujet: Sujet): Promise<Correspondance> {
  const [{ nommes, campagne }, dernier, fil, recus] = await Promise.all([
    partiesDe(tx, sujet),
    dernierDuFil(tx, sujet),
    etatDuFil(tx, sujet),
    tx.courrielRecu.findMany({
      where: { ...sujet, automatisme: null, de: { not: '' } },
      orderBy: { recuLe: 'desc' },
      take: EXPEDITEURS_MAX,
      select: { de: true, deNom: true },
    }),
  ])
  const tous = [...recus.map(({ de, deNom }) => ({ adresse: de, nom: deNom })), ...nommes]
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
    correspondants: correspondants.map((un) => ({ ...un, revenu: revenuDe(un.adresse) })),
    dernier,
    fil,
    signataire,
  }
}
