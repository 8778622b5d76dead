import { lireReglages } from '#domain/campagne/reglages'
import { empechementComplement, type LigneComposee } from '#domain/complement/complement'
import { limitesDeDemande, MINUTES_ANNULATION, suivreElements } from '#domain/complement/demande-complement'
import { cleUnique } from '#domain/courriel/courriel'
import { rappelDe } from '#emails/courriel-de-complement'
import { loadRelance } from '#infra/stores/complement/relance'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { lireDemande, piecesRecues } from '#infra/stores/complement/complement'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { loadADemander } from '#infra/stores/complement/a-demander'
import { lignesADemander } from '#libelles/complement/lignes-a-demander'

const lire = (db: Db, id: string) =>
  db.dossier.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      version: true,
      etat: true,
      campagne: { select: { dispositif: true, reglages: true } },
      complements: { orderBy: { creeLe: 'desc' }, include: { par: { select: { prenom: true, nom: true } } } },
    },
  })

/** True while the mail of the request has not left, and it can be taken back. */
async function estAnnulable(db: Db, { id, creeLe }: { id: string; creeLe: Date }, now: Date): Promise<boolean> {
  const courriel = await db.courriel.findUnique({ where: { cleUnique: cleUnique('complement', id) } })
  if (courriel) return courriel.etat === 'A_ENVOYER' && courriel.tentatives === 0
  return now.getTime() < creeLe.getTime() + MINUTES_ANNULATION * 60_000
}

/**
 * Everything about what is asked of a demandeur: what waits and where each of its elements stands, what was asked before, and what
 * could be asked now. `moi` is the agent who would remind. Lines already asked and still awaited come first, then pièces, then what officers kept.
 */
export async function complementsDossier(db: Db, dossierId: string, { moi, now }: { moi: string; now: Date }) {
  const [dossier, pieces] = await Promise.all([lire(db, dossierId), piecesRecues(db, dossierId)])
  const demandes = dossier.complements.map((complement) => {
    const lue = lireDemande(complement)
    return { ...lue, elements: suivreElements(lue.elements, { depuis: lue.creeLe, pieces }) }
  })
  const attente = demandes.find(({ etat }) => etat === 'OUVERTE' || etat === 'DEPASSEE') ?? null
  const attendus = (attente?.elements ?? []).filter(({ recuLe }) => recuLe === null)
  const codesAttendus = new Set(attendus.map(({ code }) => code))
  const aDemander = lignesADemander(await loadADemander(db, dossierId), codesAttendus)
  const { complementJours } = lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif)
  const redacteur = await loadRedacteur(db, moi)
  const enAttente = attente && (await loadDossier(db, dossierId))
  const rappel = enAttente && rappelDe(enAttente, await loadRelance(db, enAttente, { now, redacteur }))
  return {
    version: dossier.version,
    empechement: empechementComplement(dossier.etat),
    attente: attente && { ...attente, annulable: attente.etat === 'OUVERTE' && (await estAnnulable(db, attente, now)) },
    relance: rappel && (rappel.ok ? { refus: null, courriel: rappel.value.courriel } : { refus: rappel.reason }),
    historique: demandes.filter((complement) => complement !== attente),
    lignes: [
      ...attendus.map(({ code, constat, aFaire }, rang): LigneComposee => ({
        cle: `attendu/${rang}`,
        code,
        constat,
        aFaire,
      })),
      ...aDemander,
    ],
    limite: limitesDeDemande(complementJours, now),
  }
}
