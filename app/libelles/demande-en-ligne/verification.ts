import { formatMontant, formatPourcent } from '#domain/budget/montant'
import type { Gravite } from '#domain/budget/constat'
import type { Lecture } from '#domain/budget/lecture/lecture-gardee'
import type { ChampEnLigne } from '#domain/demande-en-ligne/etapes'
import { etapeDe } from '#domain/demande-en-ligne/etapes'
import type { SignalementDit } from '#domain/demande-en-ligne/verification'
import { compter } from '#domain/nombre'
import { formatSiret } from '#domain/structure/identifiants'
import { formatJour } from '#domain/temps/jour'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { genreDansUnePhrase } from '#libelles/structure'

/** The workbook of the budget of a demande, to be filled in. */
export const adresseDuBudget = (id: string): string => `/extranet/demandes/${id}/budget`

/** Where a demande is looked at as who instructs it would. */
export const adresseDeVerification = (id: string): string => `/extranet/demandes/${id}/verification`

/** One file of a demande; `telecharger` to keep it rather than look at it. */
export const adresseDeFichier = (id: string, pieceId: string, { telecharger = false } = {}): string =>
  `/extranet/demandes/${id}/pieces/${pieceId}/fichier${telecharger ? '?telecharger' : ''}`

/** Where a pièce is given. */
export const adresseDePiece = (id: string, code: string): string => `${adresseDEtape(id, 'PIECES')}#piece-${code}`

/** Where a question is answered. */
export const adresseDeQuestion = (id: string, champ: ChampEnLigne): string =>
  `${adresseDEtape(id, etapeDe(champ))}#${champ}`

/** What of a budget is to be done, in the words of who filled it in. */
export const LIBELLE_GRAVITE_DEMANDEUR: Record<Gravite, string> = {
  BLOQUANT: 'À corriger',
  AVERTISSEMENT: 'À vérifier',
  INFO: 'Pour information',
}

/** Why a budget says nothing and what to do, to who gave it. */
export const phraseSansLecture = (lecture: Extract<Lecture, { lisible: false }>): string =>
  lecture.feuilles
    ? `${lecture.motif} Gardez dans le classeur le seul budget du projet, puis redéposez-le.`
    : lecture.motif

/** The end of « Une personne qui instruit verra que … ». */
function verra(s: SignalementDit): string {
  switch (s.regle) {
    case 'HORS_DELAI':
      return `la demande arriverait le ${formatJour(s.deposeLe)}, après le dernier jour du ${formatJour(s.echeance)}.`
    case 'GENRE':
      return `cette aide n’est pas ouverte à une structure comme la vôtre (${genreDansUnePhrase(s.genre)}).`
    case 'SIEGE':
      return `le siège écrit (${[s.codePostal, s.commune].filter(Boolean).join(' ')}) ne se trouve pas dans le Pas-de-Calais.`
    case 'PAYS':
      return s.admis.length > 0
        ? `le pays écrit (${s.pays}) n’est pas de ceux de la campagne\u00a0: ${s.admis.join(', ')}.`
        : `le pays écrit est ${s.pays}, alors que le projet doit se passer à l’étranger.`
    case 'PERIODE':
      return s.borne === 'DU'
        ? `le projet commence le ${formatJour(s.jour)}, avant la période de la campagne, qui s’ouvre le ${formatJour(s.limite)}.`
        : `le projet finit le ${formatJour(s.jour)}, après la période de la campagne, qui se ferme le ${formatJour(s.limite)}.`
    case 'DEJA_COMMENCE':
      return `le projet commence le ${formatJour(s.debut)}, alors que la demande serait déposée le ${formatJour(s.deposeLe)}\u00a0: un projet commencé n’est pas aidé.`
    case 'PARTICIPANTS':
      return `la demande annonce ${compter(s.participants, 'participant')}, et la campagne en demande ${s.min} au moins.`
    case 'AGES':
      return `les âges lus vont de ${s.ages.min} à ${compter(s.ages.max, 'an')}, en dehors de ce que la campagne admet.`
    case 'MONTANT':
      return `la subvention demandée (${formatMontant(s.demandeCents)}) ${s.borne === 'MAX' ? 'dépasse le plafond' : 'n’atteint pas le minimum'} de la campagne (${formatMontant(s.limiteCents)}).`
    case 'TAUX':
      return `la subvention demandée (${formatMontant(s.demandeCents)}) dépasse ${formatPourcent(s.max)} du coût du projet (${formatMontant(s.coutCents)}).`
    case 'TROP_DE_DEMANDES':
      return `votre structure a déjà déposé ${s.numeros.join(', ')}, et la campagne admet ${compter(s.max, 'demande')} par structure.`
    case 'SIRET':
      return `le SIRET ${s.ou === 'BUDGET' ? 'du budget' : 'de la demande'} (${s.lu}) n’est pas celui de votre structure (${formatSiret(s.structure)}).`
    case 'MEME_PROJET':
      return `le même projet se lit dans ${s.numeros.join(', ')}\u00a0: le titre, le lieu ou les dates se ressemblent.`
  }
}

type Ou = { id: string; structureId: string; code: string }

/** What is to be done about it, and where. */
function mender(s: SignalementDit, { id, structureId, code }: Ou): { aFaire: string; vers: string } {
  const reponse = (champ: ChampEnLigne) => ({ aFaire: 'Corriger cette réponse', vers: adresseDeQuestion(id, champ) })
  const reglement = { aFaire: 'Relire le règlement de la campagne', vers: `/extranet/campagnes/${code}` }
  const demandes = { aFaire: 'Revoir vos demandes', vers: `/extranet/accueil?structure=${structureId}` }
  switch (s.regle) {
    case 'HORS_DELAI':
    case 'GENRE':
    case 'AGES':
      return reglement
    case 'SIEGE':
      return reponse('commune')
    case 'PAYS':
      return reponse('pays')
    case 'PERIODE':
      return reponse(s.borne === 'DU' ? 'dateDebut' : 'dateFin')
    case 'DEJA_COMMENCE':
      return reponse('dateDebut')
    case 'PARTICIPANTS':
      return reponse('nbParticipants')
    case 'MONTANT':
      return reponse('montantDemande')
    case 'TAUX':
      return reponse('coutTotal')
    case 'SIRET':
      return { aFaire: 'Revoir le budget donné', vers: adresseDePiece(id, 'BUDGET_PROJET') }
    case 'TROP_DE_DEMANDES':
    case 'MEME_PROJET':
      return demandes
  }
}

/** What the règlement would say, to who may still change it. */
export const enMotsDuDemandeur = (signalement: SignalementDit, ou: Ou) => ({
  regle: signalement.regle,
  phrase: `Une personne qui instruit verra que ${verra(signalement)}`,
  ...mender(signalement, ou),
})
