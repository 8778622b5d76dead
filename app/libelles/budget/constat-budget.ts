import { compter } from '#domain/nombre'
import type { Cote } from '#domain/budget/budget'
import type { Fait } from '#domain/budget/constat'
import { formatMontant, formatPourcent } from '#domain/budget/montant'
import { formatJour } from '#domain/temps/jour'

const ecartDe = (a: bigint, b: bigint): string => formatMontant(a > b ? a - b : b - a)
const cite = (texte: string) => `«\u00a0${texte}\u00a0»`
const cotePluriel = (cote: Cote) => (cote === 'CHARGES' ? 'charges' : 'produits')
const sansLignes = (oubliees: string[]) =>
  oubliees.length === 0 ? '' : ` Sa formule ne compte pas ${oubliees.join(', ')}.`
const IDENTITE = { SIRET: 'Le SIRET', STRUCTURE: 'Le nom de la structure', TITRE: 'L’intitulé du projet' } as const

/** What was found, both figures and what differs, in a sentence. */
export function phraseConstat(fait: Fait): string {
  switch (fait.cas) {
    case 'DESEQUILIBRE':
      return `Le total des charges (${formatMontant(fait.charges)}${fait.celluleCharges ? `, ${fait.celluleCharges}` : ''}) et le total des produits (${formatMontant(fait.produits)}) diffèrent de ${ecartDe(fait.charges, fait.produits)}.`
    case 'GROUPE_FAUX':
      return `Le groupe ${cite(fait.libelle)} indique ${formatMontant(fait.ecrit)}, mais ses lignes font ${formatMontant(fait.calcule)}.${sansLignes(fait.oubliees)}`
    case 'TOTAL_FAUX':
      return `Le total des ${cotePluriel(fait.cote)} indique ${formatMontant(fait.ecrit)}${fait.tape ? ', tapé à la place de la formule' : ''}, mais ses lignes font ${formatMontant(fait.calcule)}.${sansLignes(fait.oubliees)}`
    case 'TOTAL_TAPE':
      return `Le total des ${cotePluriel(fait.cote)} (${formatMontant(fait.ecrit)}) est juste, mais tapé à la place de la formule\u00a0: il ne suivra pas une correction des lignes.`
    case 'RESULTAT_PERIME':
      return `La cellule de ${cite(fait.libelle)} affiche ${formatMontant(fait.ecrit)}, mais sa formule (=${fait.formule}) donne ${formatMontant(fait.calcule)}.`
    case 'NATURE_INEGALE':
      return `Les contributions en nature diffèrent\u00a0: ${formatMontant(fait.emplois)} en emplois (86), ${formatMontant(fait.ressources)} en ressources (87).`
    case 'DEPARTEMENT_DIFFERENT':
      return `Le budget inscrit ${formatMontant(fait.ecrit)} du Département, mais la demande est de ${formatMontant(fait.montantDemande)}.`
    case 'DEPARTEMENT_ABSENT':
      return fait.montantDemande === null
        ? 'Aucune ligne de produits ne nomme le Département du Pas-de-Calais.'
        : `Aucune ligne de produits ne nomme le Département du Pas-de-Calais, alors que ${formatMontant(fait.montantDemande)} lui sont demandés.`
    case 'DEPARTEMENT_REPETE':
      return `Le Département apparaît sur ${compter(fait.cellules.length, 'ligne')} (${fait.cellules.join(', ')})\u00a0: une seule est attendue.`
    case 'DEMANDE_HORS_LIMITES':
      return fait.sens === 'MAX'
        ? `Le montant demandé (${formatMontant(fait.montantDemande)}) dépasse le plafond de la campagne (${formatMontant(fait.limite)}).`
        : `Le montant demandé (${formatMontant(fait.montantDemande)}) est inférieur au minimum de la campagne (${formatMontant(fait.limite)}).`
    case 'TAUX_DEPASSE':
      return `Le taux d’aide demandé (${formatPourcent(fait.taux)}) dépasse celui de la campagne (${formatPourcent(fait.max)}).`
    case 'PART_PUBLIQUE':
      return `Les financements publics font ${formatPourcent(fait.part)} des produits, au-delà de ${formatPourcent(fait.max)}.`
    case 'SANS_COFINANCEMENT':
      return 'Aucune autre ressource que la subvention du Département n’est inscrite, alors que la campagne demande un cofinancement.'
    case 'MONTANT_NEGATIF':
      return `La ligne ${cite(fait.libelle)} porte un montant négatif (${formatMontant(fait.montant)}).`
    case 'MONTANT_ILLISIBLE':
      return `La ligne ${cite(fait.libelle)} ne porte pas un montant lisible\u00a0: ${cite(fait.texte)}.`
    case 'MONTANT_EN_TEXTE':
      return `Le montant de la ligne ${cite(fait.libelle)} est écrit en texte (${cite(fait.texte)})\u00a0; il a été lu ${formatMontant(fait.montant)}.`
    case 'COFINANCEMENTS_INEGAUX':
      return `Les subventions du budget font ${formatMontant(fait.ecrit)}, mais la feuille des cofinancements en annonce ${formatMontant(fait.calcule)}.`
    case 'COFINANCEMENTS_ABSENTS':
      return 'Aucune feuille ne nomme les financeurs ni ne dit si chaque subvention est sollicitée ou acquise.'
    case 'FINANCEUR_ABSENT':
      return `La subvention ${cite(fait.libelle)} (${formatMontant(fait.montant)}) n’a pas de financeur dans la feuille des cofinancements.`
    case 'FINANCEUR_DIFFERENT':
      return `Le budget inscrit ${formatMontant(fait.ecrit)} pour ${cite(fait.libelle)}, mais la feuille des cofinancements annonce ${formatMontant(fait.annonce)} de ${cite(fait.financeur)}.`
    case 'FINANCEUR_SANS_ETAT':
      return `Rien ne dit si le financement de ${cite(fait.financeur)} est sollicité ou acquis.`
    case 'AUTRE_DEMANDE':
      return `La structure demande aussi ${formatMontant(fait.montantDemande)} au Département dans le dossier ${fait.numero} de la même année.`
    case 'MEME_FINANCEMENT':
      return `Le même financement de ${cite(fait.financeur)} (${formatMontant(fait.montant)}) figure dans le dossier ${fait.numero}.`
    case 'AUCUN_AUTRE_PUBLIC':
      return 'Aucun autre financeur public n’est inscrit\u00a0: la certification du formulaire engage la structure sur l’ensemble de ses demandes.'
    case 'AUTRE_EXERCICE':
      return `Le classeur porte sur l’exercice ${fait.exercice}, mais la campagne est celle de ${fait.annee}.`
    case 'PERIODE_HORS_CAMPAGNE':
      return `Le projet se déroule du ${formatJour(fait.du)} au ${formatJour(fait.au)}, en dehors de la campagne (du ${formatJour(fait.campagneDu)} au ${formatJour(fait.campagneAu)}).`
    case 'PERIODE_DIFFERENTE':
      return `Le classeur annonce le projet du ${formatJour(fait.du)} au ${formatJour(fait.au)}, le formulaire du ${formatJour(fait.projetDu)} au ${formatJour(fait.projetAu)}.`
    case 'FAMILLES_SANS_VOTE':
      return `Les familles paient ${formatMontant(fait.montant)}. Dans un établissement public, cette part est votée par le conseil d’administration et ne couvre pas les accompagnateurs.`
    case 'DEPLACEMENTS_ABSENTS':
      return 'Ce budget de mobilité n’a pas de dépense de déplacement.'
    case 'DEPLACEMENTS_LOURDS':
      return `Les déplacements font ${formatPourcent(fait.part)} des charges.`
    case 'COUT_INHABITUEL':
      return `Le coût par participant et par jour est de ${formatMontant(fait.cout)}, pour une médiane de ${formatMontant(fait.median)} dans la campagne.`
    case 'IDENTITE_DIFFERENTE':
      return `${IDENTITE[fait.quoi]} du classeur (${cite(fait.classeur)}) n’est pas celui du formulaire (${cite(fait.formulaire)}).`
    case 'PROJET_AU_DESSUS_DE_LA_STRUCTURE':
      return `Le projet coûte ${formatMontant(fait.projet)}, plus que tout le budget de la structure (${formatMontant(fait.structure)}).`
    case 'DEMANDE_ABSENTE_DE_LA_STRUCTURE':
      return fait.inscrit === null
        ? `Les ${formatMontant(fait.montantDemande)} demandés n’apparaissent pas au budget de la structure.`
        : `Le budget de la structure n’inscrit que ${formatMontant(fait.inscrit)} du Département, pour ${formatMontant(fait.montantDemande)} demandés.`
  }
}

/** What the demandeur is to do about it, as a sentence of a mail says it. */
export function aFaireConstat(fait: Fait): string {
  switch (fait.cas) {
    case 'DESEQUILIBRE':
      return 'Corrigez les lignes pour que les deux totaux soient égaux, puis redéposez le budget.'
    case 'GROUPE_FAUX':
    case 'TOTAL_FAUX':
    case 'RESULTAT_PERIME':
      return 'Reprenez cette somme, de préférence par une formule, puis redéposez le budget.'
    case 'TOTAL_TAPE':
      return 'Remplacez ce total par une formule.'
    case 'NATURE_INEGALE':
      return 'Inscrivez le même total en emplois (86) et en ressources (87).'
    case 'DEPARTEMENT_DIFFERENT':
    case 'DEPARTEMENT_ABSENT':
      return 'Inscrivez la subvention demandée au Département du Pas-de-Calais sur une seule ligne, pour le montant de la demande.'
    case 'DEPARTEMENT_REPETE':
      return 'Réunissez la subvention du Département du Pas-de-Calais sur une seule ligne.'
    case 'DEMANDE_HORS_LIMITES':
    case 'TAUX_DEPASSE':
      return 'Ramenez la demande dans les limites du règlement, ou expliquez-la.'
    case 'PART_PUBLIQUE':
      return 'Précisez les autres ressources du projet, ou expliquez cette part.'
    case 'SANS_COFINANCEMENT':
      return 'Inscrivez au moins une autre ressource\u00a0: autofinancement, familles ou cofinanceur.'
    case 'MONTANT_NEGATIF':
      return 'Remplacez ce montant par un montant positif, du bon côté du budget.'
    case 'MONTANT_ILLISIBLE':
    case 'MONTANT_EN_TEXTE':
      return 'Écrivez dans cette cellule un nombre seul, sans texte ni symbole.'
    case 'COFINANCEMENTS_INEGAUX':
    case 'FINANCEUR_DIFFERENT':
      return 'Mettez d’accord les subventions du budget et la feuille des cofinancements.'
    case 'COFINANCEMENTS_ABSENTS':
    case 'FINANCEUR_ABSENT':
      return 'Nommez chaque financeur et dites si sa subvention est sollicitée, acquise ou refusée.'
    case 'FINANCEUR_SANS_ETAT':
      return 'Indiquez si ce financement est sollicité, acquis ou refusé.'
    case 'AUTRE_DEMANDE':
    case 'MEME_FINANCEMENT':
    case 'AUCUN_AUTRE_PUBLIC':
      return 'Confirmez la liste de toutes vos demandes auprès de financeurs publics.'
    case 'AUTRE_EXERCICE':
      return 'Envoyez le budget de l’année de la campagne.'
    case 'PERIODE_HORS_CAMPAGNE':
    case 'PERIODE_DIFFERENTE':
      return 'Confirmez les dates du projet.'
    case 'FAMILLES_SANS_VOTE':
      return 'Joignez l’acte du conseil d’administration qui vote la participation des familles.'
    case 'DEPLACEMENTS_ABSENTS':
    case 'DEPLACEMENTS_LOURDS':
      return 'Précisez les dépenses de déplacement.'
    case 'COUT_INHABITUEL':
      return 'Expliquez ce coût, ou corrigez le nombre de participants et les dates.'
    case 'IDENTITE_DIFFERENTE':
      return 'Envoyez le budget de ce projet, au nom de la structure qui demande.'
    case 'PROJET_AU_DESSUS_DE_LA_STRUCTURE':
    case 'DEMANDE_ABSENTE_DE_LA_STRUCTURE':
      return 'Envoyez un budget de la structure qui comprend ce projet et la subvention demandée.'
  }
}
