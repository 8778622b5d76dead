import {
  type ChampEnLigne,
  champsDEtape,
  type ChampFixe,
  COCHES,
  type Etape,
  type EtapeEcrite,
} from '#domain/demande-en-ligne/etapes'
import { estQuestionPosee, type QuestionDeCampagne } from '#domain/demande-en-ligne/questions-de-campagne'
import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import { LIBELLE_REFUS_VALEUR } from '#libelles/champ-du-service/refus-de-valeur'
import type { RefusDeRemplir } from '#domain/demande-en-ligne/saisie'
import { LONGUEUR_MAX_REPONSE, type Repondues, type ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import { accorder, compter } from '#domain/nombre'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'

/** The steps, as the portal names what each completes. */
export const TITRE_ETAPE: Record<Etape, string> = {
  STRUCTURE: 'Votre structure',
  PROJET: 'Votre projet',
  PIECES: 'Vos pièces',
  CERTIFICATION: 'Certification',
}

const CHEMIN: Record<Etape, string> = {
  STRUCTURE: 'structure',
  PROJET: 'projet',
  PIECES: 'pieces',
  CERTIFICATION: 'certification',
}

/** The address of a step. */
export const adresseDEtape = (id: string, etape: Etape): `/extranet/${string}` =>
  `/extranet/demandes/${id}/${CHEMIN[etape]}`

/** The address of what comes after its deposit. */
export const adresseDeposee = (id: string): string => `/extranet/demandes/${id}/deposee`

/** The same for who sent a file that came whole once the demande was deposited: it is told there. */
export const adresseDeposeeSansLeFichier = (id: string): string => `${adresseDeposee(id)}?tardif=oui`

/** The questions that everybody is asked, in the words of the portal (docs/domaine.md § 1.3), and those of ours. */
export const QUESTION: Record<ChampFixe, string> = {
  ...ENTETE_PORTAIL,
  objet: 'Intitulé du projet',
  montantDemande: 'Montant de la subvention demandée, en euros',
  coutTotal: 'Coût total du projet, en euros',
  adresseDeReponse: 'Cette adresse mail sera celle utilisée par le Département pour toute correspondance',
  reglementLu: 'J’ai lu le règlement de cette aide',
  faitA: 'Fait à',
  certifie: 'Je certifie exactes et sincères les informations de cette demande',
}

/** A question in its words, whoever asks it. */
export const questionDe = (champ: ChampEnLigne, posees: readonly QuestionDeCampagne[]): string =>
  estQuestionPosee(champ)
    ? (posees.find((une) => une.champ === champ)?.libelle ?? 'Question qui n’est plus posée')
    : QUESTION[champ]

/** What was answered of a step, as it was typed, in its order: each question in its words and its answer. Boxes apart. */
export const reponsesDites = (etape: EtapeEcrite, { reponses, posees }: Repondues): (readonly [string, string])[] =>
  champsDEtape(etape, posees).flatMap((champ) => {
    const reponse = reponses[champ]
    return reponse && !COCHES.includes(champ) ? [[questionDe(champ, posees), reponse] as const] : []
  })

const AIDE: Partial<Record<ChampFixe, string>> = {
  montantDemande: 'En chiffres seulement, sans espace, sans centime et sans signe\u00a0: 10000',
  coutTotal: 'En chiffres seulement\u00a0: 25000',
  dateDebut: 'Par exemple\u00a0: 12/07/2027',
  dateFin: 'Par exemple\u00a0: 19/07/2027',
  nouveauSiret: 'Seulement si la structure a changé d’adresse. Laissez vide sinon.',
  site: 'Facultatif',
}

/** How to answer, where the question does not say it. */
export const explicationDe = (champ: ChampEnLigne, posees: readonly QuestionDeCampagne[]): string | undefined => {
  if (!estQuestionPosee(champ)) return AIDE[champ]
  const question = posees.find((une) => une.champ === champ)
  return question?.aide || (question && COMMENT[question.type])
}

const COMMENT: Partial<Record<TypeDeChamp, string>> = {
  NOMBRE: 'En chiffres\u00a0: 12 ou 12,5',
  MONTANT: 'En euros\u00a0: 1250,50',
  DATE: 'Par exemple\u00a0: 12/07/2027',
}

const REFUS: Record<ReponseRefusee['refus'], string> = {
  ...LIBELLE_REFUS_VALEUR,
  SANS_REPONSE: 'Cette réponse est demandée.',
  TROP_LONG: `Raccourcissez\u00a0: ${compter(LONGUEUR_MAX_REPONSE, 'caractère')} au plus.`,
  COURRIEL: 'Écrivez une adresse comme prenom.nom@exemple.fr.',
  TELEPHONE: 'Écrivez dix chiffres, par exemple 03 21 00 00 00.',
  SIRET: 'Un SIRET a 14 chiffres, dont le dernier est une clé\u00a0: vérifiez-les.',
  CODE_POSTAL: 'Un code postal a cinq chiffres.',
  MONTANT: 'Écrivez le montant en chiffres seulement\u00a0: 10000, et non 10\u00a0000, 10000€ ou 10\u00a0000,00.',
  JOUR: 'Écrivez une date comme 12/07/2027.',
  NOMBRE: 'Écrivez un nombre entier.',
  FIN_AVANT_DEBUT: 'La date de fin est avant la date de début.',
  PLUS_QUE_LE_COUT: 'Le montant demandé dépasse le coût total du projet.',
}

/** Why an answer will not do, and how it would. */
export const phraseDeRefus = ({ refus, detail }: ReponseRefusee): string =>
  detail === undefined ? REFUS[refus] : `Écrivez le montant en chiffres seulement\u00a0: ${detail}.`

export const REFUS_DE_REMPLIR: Record<RefusDeRemplir, string> = {
  LECTEUR_SEUL:
    'Votre rôle de lecteur ne permet pas d’écrire dans cette demande. Demandez-le au représentant légal ou à un rédacteur de la structure.',
  DEJA_DEPOSEE:
    'Cette demande est déposée\u00a0: elle ne se modifie plus. Demandez une modification exceptionnelle depuis la page du dossier.',
}

/** What can no more be done of a demande whose campagne is over, and what is not lost. */
export const CAMPAGNE_CLOSE =
  'La campagne est close\u00a0: cette demande ne peut plus être déposée. Ce que vous écrivez reste enregistré.'

/** How far a demande is, and how long is left: what is never taken for a deposit. */
export const phraseAvancement = (pourcent: number, jours: number | null): string =>
  [
    'pas encore déposé',
    `${pourcent}\u00a0%`,
    jours === null
      ? 'campagne close'
      : jours === 0
        ? 'dernier jour'
        : `${compter(jours, 'jour')} ${accorder(jours, 'restant')}`,
  ].join(' · ')
