import { SYSTEME } from '#domain/acces/acteur'
import { enEuros } from '#domain/budget/montant'
import type { Effet } from '#domain/courriel-recu/effet'
import { estHorsDelai } from '#domain/dossier/delais'
import {
  type ChampsEnregistres,
  colonnesDe,
  enregistrer,
  lireChamps,
  lireNonReconnues,
} from '#domain/pre-projet/champs'
import { suitePreProjet } from '#domain/pre-projet/etat'
import { ficheVide } from '#domain/pre-projet/fiche'
import { recevoirRubriques, recevoirVersion } from '#domain/pre-projet/nouvelle-version'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import type { Message } from '#infra/stores/portail/resume-import'
import { findOrCreateCampagne } from '#infra/stores/campagne/campagne'
import { claimPreProjet, loadPreProjet } from '#infra/stores/pre-projet/pre-projet'
import type { Prisma } from '#prisma'
import { accuserFiche } from '#usecases/courriel-recu/accuser-fiche'
import type { CourrielReconnu } from '#usecases/courriel-recu/courriel-a-ranger'

type Suite = { preProjetId: string; message: Partial<Message>; effet: Effet }

/** The fields of docs/contrat.md, as they now are. */
function messageDe(preProjetId: string, champs: ChampsEnregistres, horsDelai: boolean): Partial<Message> {
  const { aRelire, ...colonnes } = colonnesDe(champs)
  const euros = (cents: bigint | null) => (cents === null ? null : enEuros(cents))
  const jour = (date: Date | null) => (date === null ? null : fromDate(date))
  return {
    preProjet: preProjetId,
    horsDelai,
    champs: {
      structure: colonnes.structureNom || null,
      siret: colonnes.siret,
      titre: colonnes.titre || null,
      pays: colonnes.pays || null,
      ville: colonnes.ville || null,
      nbJeunes: colonnes.nbJeunes,
      coutTotal: euros(colonnes.coutTotalCents),
      montantSouhaite: euros(colonnes.montantSouhaiteCents),
      dateDebut: jour(colonnes.dateDebut),
      dateFin: jour(colonnes.dateFin),
    },
    aRelire,
  }
}

/** A fiche we did not know: late when it came after the day until which the MCEI helps (docs/domaine.md § 1.1); undated, it is not said to be. */
export async function creerPreProjet(tx: Tx, courriel: CourrielReconnu): Promise<Suite> {
  const { recue, lu, recuLe, estDate, millesime, le, reconnu, par } = courriel
  const fiche = recue.fiche ?? ficheVide()
  const champs = enregistrer(fiche)
  const colonnes = colonnesDe(champs)
  const { campagne, creee } = await findOrCreateCampagne(tx, millesime, le)
  const horsDelai = estDate && estHorsDelai(jourDeParis(recuLe), fromDate(campagne.echeanceFiche))
  const structure = colonnes.siret
    ? await tx.structure.findUnique({ where: { siret: colonnes.siret }, select: { id: true } })
    : null
  const { id } = await tx.preProjet.create({
    data: {
      ...colonnes,
      champs: champs,
      nonReconnues: fiche.nonReconnues,
      campagneId: campagne.id,
      structureId: structure?.id ?? null,
      recuLe,
      horsDelai,
    },
    select: { id: true },
  })
  if (creee) {
    const detail = { code: campagne.code, reglages: 'par défaut' }
    await writeJournal(tx, SYSTEME, { acte: 'ouvrirCampagne', objet: 'campagne', objetId: campagne.id, detail, le })
  }
  await writeJournal(tx, par, {
    acte: 'recevoirCourriel',
    objet: 'pre-projet',
    objetId: id,
    detail: {
      nature: reconnu.nature,
      messageId: lu.messageId,
      de: lu.de.adresse,
      horsDelai,
      aRelire: colonnes.aRelire,
    },
    le,
  })
  const { titre, contactNom } = colonnes
  await accuserFiche(tx, courriel, { preProjetId: id, titre, contactNom, campagne, horsDelai })
  const effet: Effet = { genre: 'FICHE_CREEE', preProjetId: id, version: 0 }
  return { preProjetId: id, message: messageDe(id, champs, horsDelai), effet }
}

/** The same project told again: what officers confirmed stays, the rest follows, and the fiche waits for them again. */
export async function recevoirNouvelleVersion(tx: Tx, courriel: CourrielReconnu, preProjetId: string): Promise<Suite> {
  const { recue, lu, le, reconnu, par } = courriel
  const preProjet = await loadPreProjet(tx, preProjetId)
  const fiche = recue.fiche ?? ficheVide()
  const { champs, changements } = recevoirVersion(lireChamps(preProjet.champs), enregistrer(fiche))
  const nonReconnues = recevoirRubriques(lireNonReconnues(preProjet.nonReconnues), fiche.nonReconnues)
  const etat =
    suitePreProjet(preProjet.etat, 'recevoirVersion') ?? suitePreProjet(preProjet.etat, 'rouvrir') ?? preProjet.etat
  await claimPreProjet(tx, preProjet, {
    ...colonnesDe(champs),
    champs: champs as Prisma.InputJsonObject,
    nonReconnues,
    etat,
  })
  await writeJournal(tx, par, {
    acte: 'recevoirCourriel',
    objet: 'pre-projet',
    objetId: preProjetId,
    detail: {
      nature: reconnu.nature,
      messageId: lu.messageId,
      de: lu.de.adresse,
      avant: preProjet.etat,
      apres: etat,
      changements,
    },
    le,
  })
  const effet: Effet = {
    genre: 'VERSION_RECUE',
    preProjetId,
    version: preProjet.version + 1,
    champs: preProjet.champs,
    nonReconnues: preProjet.nonReconnues,
    etat: preProjet.etat,
  }
  return { preProjetId, message: messageDe(preProjetId, champs, preProjet.horsDelai), effet }
}
