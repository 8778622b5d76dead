import { ETATS_D_AVIS, etatDuLien, JOURS_D_AVIS, prolongerAvis } from '#domain/avis-expert/avis-expert'
import { cleUnique } from '#domain/courriel/courriel'
import { addDays, fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { fichiersADonner } from '#infra/stores/avis-expert/avis-expert'

type Lecteur = {
  now: Date
  /** Who instructs: a confidential avis is read by nobody else, and they alone ask for one. */
  instruit: boolean
}

/** The mail that gave the link first. */
const cleDuLien = (avisId: string) => cleUnique('avis-expert', `${avisId}/DEMANDE`)

/** What was asked of people outside about one dossier and what they answered, the newest first, and what another may be given to read. */
export async function avisExpertsDossier(db: Db, dossierId: string, { now, instruit }: Lecteur) {
  const today = jourDeParis(now)
  const { etat, version, avisDExperts } = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      ...{ etat: true, version: true },
      avisDExperts: {
        orderBy: [{ demandeLe: 'desc' }, { id: 'asc' }],
        include: {
          demandePar: { select: { prenom: true, nom: true } },
          pieces: { select: { version: { select: { id: true, nomFichier: true } } }, orderBy: { versionId: 'asc' } },
        },
      },
    },
  })
  const courriels = await db.courriel.findMany({
    where: { cleUnique: { in: avisDExperts.map(({ id }) => cleDuLien(id)) } },
    select: { id: true, etat: true, cleUnique: true },
  })
  const ouvert = ETATS_D_AVIS.some((un) => un === etat)
  return {
    version,
    ouvert: ouvert && instruit,
    jusquAu: addDays(today, JOURS_D_AVIS),
    fichiers: ouvert && instruit ? await fichiersADonner(db, dossierId) : [],
    demandes: avisDExperts.map((une) => {
      const lien = { revoqueLe: une.revoqueLe, jusquAu: fromDate(une.jusquAu), etat }
      const cache = une.confidentiel && !instruit
      return {
        ...{ id: une.id, prenom: une.prenom, nom: une.nom, adresseCourriel: une.courriel, question: une.question },
        ...{ confidentiel: une.confidentiel, jusquAu: lien.jusquAu, demandeLe: une.demandeLe, par: une.demandePar },
        ...{ rappeleLe: une.rappeleLe, lien: etatDuLien(lien, today), cache },
        rendu: une.avis && une.renduLe && !cache ? { avis: une.avis, mots: une.mots, le: une.renduLe } : null,
        courriel: courriels.find(({ cleUnique: cle }) => cle === cleDuLien(une.id)) ?? null,
        pieces: une.pieces.map(({ version: { id, nomFichier } }) => ({ id, nomFichier })),
        prolongeable:
          instruit && prolongerAvis(lien, addDays(lien.jusquAu < today ? today : lien.jusquAu, 1), today).ok,
        revocable: instruit && une.revoqueLe === null,
      }
    }),
  }
}
