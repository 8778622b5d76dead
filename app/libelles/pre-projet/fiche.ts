import { compter } from '#domain/nombre'
import { formatNombre, formatPourcent } from '#domain/budget/montant'
import { formeDe, type ChampEnregistre, type RefusSaisie } from '#domain/pre-projet/champs'
import { CORPS, type Champ } from '#domain/pre-projet/fiche'
import type { Verification } from '#domain/pre-projet/verifications'
import { formatSiret } from '#domain/structure/identifiants'
import type { Genre } from '#domain/structure/genre'
import { formatJour } from '#domain/temps/jour'
import { phraseDepart } from '#libelles/seance/depart'
import { LIBELLE_GENRE } from '#libelles/structure'
import { formatTelephone } from '#domain/structure/coordonnees'

export const LIBELLE_REFUS_SAISIE: Record<RefusSaisie, string> = {
  SIRET_INVALIDE:
    'Ce SIRET n’existe pas\u00a0: vérifiez ses 14 chiffres, ou videz le champ si la fiche ne le donne pas.',
  JOUR_INVALIDE: 'Cette date n’existe pas. Écrivez-la comme 20/04/2027.',
  MONTANT_INVALIDE: 'Écrivez un montant en euros, par exemple 4\u00a0500 ou 4\u00a0500,50.',
  NOMBRE_INVALIDE: 'Écrivez un nombre entier, par exemple 24.',
  COURRIEL_INVALIDE: 'Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.',
  CODE_POSTAL_INVALIDE: 'Un code postal compte 5 chiffres.',
  TEXTE_TROP_LONG: 'Raccourcissez ce texte\u00a0: 5\u00a0000 caractères au plus.',
}

/** The parts of the fiche, in the order an officer reads them. */
export const PARTIES_FICHE: readonly { titre: string; champs: readonly Champ[] }[] = [
  {
    titre: 'Structure',
    champs: ['structure', 'genre', 'siret', 'commune', 'codePostal', 'contact', 'courriel', 'telephone'],
  },
  {
    titre: 'Projet',
    champs: ['titre', 'theme', 'pays', 'ville', 'partenaire', 'dateDebut', 'dateFin', 'nbJeunes', 'age', 'description'],
  },
  { titre: 'Budget', champs: ['coutTotal', 'montantSouhaite', 'autresFinanceurs'] },
]

/** A kept value as it stands in its field: what an officer would have typed. */
export function valeurEnSaisie(champ: Champ, valeur: string | null): string {
  if (valeur === null) return ''
  switch (formeDe(champ)) {
    case 'MONTANT':
      return /^\d+$/.test(valeur) ? formatNombre(BigInt(valeur)).replace(',00', '') : valeur
    case 'SIRET':
      return formatSiret(valeur)
    case 'JOUR':
    case 'NOMBRE':
    case 'COURRIEL':
    case 'CODE_POSTAL':
    case 'TEXTE':
    case 'LONG':
      return champ === 'telephone' ? formatTelephone(valeur) : valeur
  }
}

/** A kept value in a sentence. */
export function valeurEnMots(champ: Champ, valeur: string | null): string {
  if (valeur === null || valeur === '') return 'rien'
  const forme = formeDe(champ)
  if (forme === 'JOUR') return formatJour(valeur)
  return forme === 'MONTANT' ? `${valeurEnSaisie(champ, valeur)}\u00a0€` : valeurEnSaisie(champ, valeur)
}

/** Where the words were read: « fiche.docx, tableau 1, ligne 6 », « le corps du message, ligne 5 ». */
export const phraseSource = ({ source }: Pick<ChampEnregistre, 'source'>): string =>
  source
    ? [source.fichier === CORPS ? `le ${CORPS}` : source.fichier, source.endroit].filter((mot) => mot !== '').join(', ')
    : ''

const genre = (g: Genre | null) => (g ? LIBELLE_GENRE[g].toLowerCase() : 'rien')

const jours = (n: number) => compter(n, 'jour')

/** A check in one sentence, with its figures. */
export function phraseVerification(v: Verification): string {
  switch (v.constat) {
    case 'ABSENT':
      return 'La fiche ne donne pas de SIRET.'
    case 'CLE_FAUSSE':
      return 'La clé du SIRET est fausse\u00a0: un chiffre a été mal saisi.'
    case 'CLE_JUSTE':
      return 'La clé du SIRET est juste.'
    case 'HORS_DELAI':
      return `Reçue ${jours(v.jours)} après la date limite du ${formatJour(v.echeance)}.`
    case 'DANS_LES_DELAIS':
      return v.jours === 0
        ? `Reçue le dernier jour, le ${formatJour(v.echeance)}.`
        : `Reçue ${jours(v.jours)} avant la date limite du ${formatJour(v.echeance)}.`
    case 'ABSENTES':
      return 'Les dates du séjour ne sont pas toutes connues.'
    case 'FIN_AVANT_DEBUT':
      return 'La fin du séjour est avant son début.'
    case 'DEJA_COMMENCE':
      return 'Le séjour a déjà commencé.'
    case 'A_VENIR':
      return `Le séjour est à venir et dure ${jours(v.jours)}.`
    case 'DEPART_AVANT_SEANCE':
    case 'DEPART_APRES_SEANCE':
      return phraseDepart(v)
    case 'DANS_LA_CAMPAGNE':
      return `Le séjour tient dans la période de la campagne, du ${formatJour(v.du)} au ${formatJour(v.au)}.`
    case 'HORS_CAMPAGNE':
      return `Le séjour sort de la période de la campagne, du ${formatJour(v.du)} au ${formatJour(v.au)}.`
    case 'GENRE_INCONNU':
      return 'Rien ne dit de quelle nature est la structure.'
    case 'GENRE_SUGGERE':
      return `Son SIREN ou son nom dit\u00a0: ${genre(v.suggere)}.`
    case 'GENRE_CONTREDIT':
      return `La fiche dit\u00a0: ${genre(v.declare)}, son SIREN ou son nom\u00a0: ${genre(v.suggere)}.`
    case 'GENRE_CONFIRME':
      return `Nature de la structure\u00a0: ${genre(v.declare)}.`
    case 'GENRE_NON_ELIGIBLE':
      return `La campagne n’est pas ouverte à cette nature de structure\u00a0: ${genre(v.declare ?? v.suggere)}.`
    case 'STRUCTURE_NOUVELLE':
      return 'C’est la première fois que cette structure écrit.'
    case 'STRUCTURE_CONNUE':
      return `Structure connue\u00a0: ${[v.dossiers && compter(v.dossiers, 'dossier'), v.fiches && compter(v.fiches, 'autre fiche', 'autres fiches')].filter(Boolean).join(' et ')}.`
    case 'PROJET_DEJA_RECU':
      return `${compter(v.fiches, 'autre fiche de cette structure raconte', 'autres fiches de cette structure racontent')} le même projet.`
    case 'INCOMPLET':
      return 'Le coût total ou la subvention souhaitée manque.'
    case 'SUPERIEUR_AU_COUT':
      return 'La subvention souhaitée dépasse le coût total.'
    case 'PART_DU_COUT':
      return `La subvention souhaitée couvre ${formatPourcent(v.part)} du coût total.`
  }
}
