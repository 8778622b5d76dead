import type { Champ, Doute } from '#domain/pre-projet/fiche'

/** The fields of a fiche pré-projet, as the officers call them. */
export const LIBELLE_CHAMP: Record<Champ, string> = {
  structure: 'Structure',
  genre: 'Nature de la structure',
  siret: 'SIRET',
  commune: 'Commune',
  codePostal: 'Code Postal',
  contact: 'Contact',
  courriel: 'Adresse mail',
  telephone: 'Téléphone',
  titre: 'Intitulé du projet',
  theme: 'Thème',
  pays: 'Pays',
  ville: 'Ville',
  partenaire: 'Partenaire étranger',
  dateDebut: 'Début du séjour',
  dateFin: 'Fin du séjour',
  nbJeunes: 'Nombre de jeunes',
  age: 'Âge des participants',
  coutTotal: 'Coût total',
  montantSouhaite: 'Subvention souhaitée',
  description: 'Description du projet',
  autresFinanceurs: 'Autres financeurs',
}

/** Why a field has to be read again, and what to look at. */
export const LIBELLE_DOUTE: Record<Doute, string> = {
  VALEUR_ILLISIBLE: 'Les mots lus ne donnent pas de valeur\u00a0: à saisir.',
  PLUSIEURS_VALEURS: 'Le document donne plusieurs valeurs\u00a0: à choisir.',
  LIBELLE_AMBIGU: 'La valeur a été trouvée sans libellé clair\u00a0: à vérifier dans le document.',
  SIRET_INVALIDE: 'Ce SIRET n’existe pas (sa clé est fausse)\u00a0: à vérifier auprès de la structure.',
  SIREN_SEUL: 'Le document ne donne que le SIREN (9 chiffres)\u00a0: il manque les 5 chiffres de l’établissement.',
  ANNEE_ABSENTE: 'La date est écrite sans son année\u00a0: à compléter.',
  JOUR_ABSENT: 'La date est écrite sans son jour\u00a0: à compléter.',
  FIN_AVANT_DEBUT: 'La fin du séjour est avant son début\u00a0: à vérifier.',
  SUBVENTION_SUPERIEURE_AU_COUT: 'La subvention souhaitée dépasse le coût total\u00a0: à vérifier.',
  NOMBRE_INVRAISEMBLABLE: 'Ce nombre de jeunes n’est pas vraisemblable\u00a0: à vérifier.',
  A_CALCULER: 'Le nombre est à calculer d’après ce qui est écrit (par groupe, par personne)\u00a0: à saisir.',
  NON_REMPLI: 'Le libellé est là, mais rien n’est écrit\u00a0: à demander à la structure.',
  AUTRE_MONNAIE: 'Le montant est dans une autre monnaie que l’euro\u00a0: à convertir.',
  PAYS_INCONNU: 'Le pays n’a pas été reconnu\u00a0: à vérifier.',
}
