import { type Demandeur, nomDActeur } from '#domain/acces/acteur'

import {
  type ChampEnLigne,
  champsDEtape,
  type EtapeEcrite,
  lireReponsesEnLigne,
  type ReponsesEnLigne,
} from '#domain/demande-en-ligne/etapes'
import { LONGUEUR_MAX_REPONSE, type ReponseRefusee, refuseesDe } from '#domain/demande-en-ligne/reponses'
import { type Divergence, lireAuteurs, reunir } from '#domain/demande-en-ligne/reunion'
import { estReponseOuverte, type RefusDeRemplir, reouverture, verifierSaisie } from '#domain/demande-en-ligne/saisie'
import { ok, type Result } from '#domain/result'
import { abreger, nettoyer } from '#domain/texte'
import type { Deps } from '#infra/deps'
import { marquerChangee, reponsesDe, tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { retenirReponses } from '#usecases/demande-en-ligne/retenir-reponses'

type Input = {
  id: string
  etape: EtapeEcrite
  /** What the page showed when it was made. */
  base: ReponsesEnLigne
  /** What is on it now. */
  miennes: ReponsesEnLigne
  /** The fields whose words were found again on the device they were typed on. */
  repris: readonly ChampEnLigne[]
}

/** What a saving did: the answers as they are kept now, those that will not do, and those that somebody else wrote meanwhile. */
export type EtapeEnregistree = {
  le: Date
  version: number
  reponses: ReponsesEnLigne
  refusees: ReponseRefusee[]
  divergences: Divergence[]
}

/** Longer than any answer that will do: what is typed is kept as it is, to be shown with what is wrong in it. */
const GARDE_MAX = 4 * LONGUEUR_MAX_REPONSE

const propres = (champs: readonly ChampEnLigne[], reponses: ReponsesEnLigne): ReponsesEnLigne =>
  Object.fromEntries(champs.map((champ) => [champ, abreger(nettoyer(reponses[champ] ?? ''), GARDE_MAX)]))

/** The box of the règlement is ticked, and was not: from now on it is the one of today that was read. */
const vientDEtreLu = (avant: ReponsesEnLigne, apres: ReponsesEnLigne): boolean =>
  apres.reglementLu === 'oui' && avant.reglementLu !== 'oui'

/**
 * Keeps what somebody typed of a step, right or not, beside what others typed of it meanwhile (#domain/demande-en-ligne/reunion). What changes nothing
 * writes nothing, so that it may be sent again. Once it is deposited only what an officer opened again changes, and waits for an officer too. Throws NotFound.
 */
export const enregistrerEtape = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { id, etape, base, miennes, repris }: Input,
): Promise<Result<EtapeEnregistree, RefusDeRemplir>> =>
  db.$transaction(async (tx) => {
    const demandeEnLigne = await tenirDemande(tx, demandeur.id, id)
    const le = now()
    const permis = verifierSaisie(demandeEnLigne.role, demandeEnLigne, le)
    if (!permis.ok) return permis
    const connue = demandeEnLigne.reponses.find((une) => une.etape === etape)
    const leurs = lireReponsesEnLigne(connue?.reponses)
    const par = nomDActeur(demandeur)
    const { posees } = demandeEnLigne
    const champs = champsDEtape(etape, posees)
    const ouverts = champs.filter((champ) => estReponseOuverte(permis.value, champ))
    const { reponses, auteurs, divergences } = reunir(champs, {
      base: { ...leurs, ...propres(ouverts, base) },
      miennes: { ...leurs, ...propres(ouverts, miennes) },
      ...{ repris, leurs },
      auteurs: lireAuteurs(connue?.auteurs),
      moi: { id: demandeur.id, nom: par },
    })
    const fini = { reponses, divergences, refusees: refuseesDe(etape, { reponses, posees }) }
    if (champs.every((champ) => (reponses[champ] ?? '') === (leurs[champ] ?? '')))
      return ok({ ...fini, le: connue?.enregistreeLe ?? demandeEnLigne.changeeLe, version: demandeEnLigne.version })

    const ecrite = { reponses, auteurs, enregistreeLe: le, enregistreePar: par }
    await tx.reponsesDEtape.upsert({
      where: { demandeEnLigneId_etape: { demandeEnLigneId: id, etape } },
      create: { demandeEnLigneId: id, etape, ...ecrite },
      update: { ...ecrite, version: { increment: 1 } },
      select: { version: true },
    })
    if (!demandeEnLigne.deposeeLe && vientDEtreLu(leurs, reponses))
      await tx.demandeEnLigne.update({ where: { id }, data: { reglementLuLe: le }, select: { id: true } })
    // The summary that is certified is no other for being certified: who deposits at the same instant still deposits what they read.
    const { version } =
      etape === 'CERTIFICATION'
        ? await tx.demandeEnLigne.update({ where: { id }, data: { changeeLe: le }, select: { version: true } })
        : await marquerChangee(tx, id, le)
    const { dossier } = demandeEnLigne
    const ouverture = reouverture(demandeEnLigne, le)
    if (dossier && ouverture)
      await retenirReponses(tx, demandeur, {
        ...{ dossier, ouverture, redepose: false, le },
        reponses: { ...reponsesDe(demandeEnLigne), ...propres(champs, reponses) },
        posees,
      })
    return ok({ ...fini, le, version })
  })
