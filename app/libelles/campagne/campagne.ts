import type { Dispositif } from '#domain/dispositif'
import type { MotDuSignataire } from '#domain/courriel/signature'
import type { ChampReglement } from '#domain/campagne/champs-reglement'
import type { RefusReglement } from '#domain/campagne/reglement'
import type { GroupeReglement } from '#domain/campagne/saisie-reglage'

export const LIBELLE_DISPOSITIF: Record<Dispositif, string> = {
  MEI: 'Mobilité européenne et internationale',
  JUMELAGES: 'Jumelages',
}

export const LIBELLE_REGLAGE: Record<ChampReglement, string> = {
  libelle: 'Nom de la campagne',
  ouverteLe: 'Ouverte le',
  echeanceFiche: 'Date limite des fiches pré-projet',
  echeanceDepot: 'Date limite de dépôt des dossiers',
  commissionLe: 'Commission le',
  seancesCp: 'Séances de la Commission permanente',
  projetDu: 'Projets à partir du',
  projetAu: 'Projets jusqu’au',
  genresEligibles: 'Structures admises',
  pays: 'Pays admis',
  ageMin: 'Âge des jeunes\u00a0: au moins',
  ageMax: 'Âge des jeunes\u00a0: au plus',
  minParticipants: 'Jeunes participants au moins',
  maxParStructure: 'Demandes par structure au plus',
  enveloppe: 'Enveloppe, en euros',
  montantMin: 'Montant minimal d’une demande, en euros',
  montantMax: 'Montant maximal d’une subvention, en euros',
  tauxMax: 'Taux d’aide maximal, en\u00a0%',
  tauxMaxBloquant: 'Un taux d’aide dépassé bloque le dossier',
  partPubliqueMax: 'Part publique signalée au-dessus de, en\u00a0%',
  cofinancementExige: 'Une autre ressource est exigée',
  instructeurPasseOutre: 'Un instructeur peut passer outre un point bloquant',
  seuilConvention: 'Convention au-dessus de, en euros',
  tauxAcompte: 'Acompte, en\u00a0% de la subvention',
  complementJours: 'Délai pour envoyer les compléments, en jours',
  clotureSeanceJours: 'Fin de la liste d’une séance, en jours avant elle',
  bilanDuJours: 'Délai pour envoyer le bilan, en jours',
  deverrouillageMin: 'Déverrouillage\u00a0: jours au moins',
  deverrouillageDefaut: 'Déverrouillage\u00a0: jours proposés',
  deverrouillageMax: 'Déverrouillage\u00a0: jours au plus',
  texteReglement: 'Texte du règlement',
  demandesEnLigne: 'Les demandes se font sur l’extranet',
  adressePortail: 'Adresse du portail e-partenaire',
  accuseFiche: 'Accuser réception de chaque nouvelle fiche',
  accuseReception: 'Envoyer un accusé de réception au dépôt d’un dossier',
  attenteDecision: 'Attente avant l’envoi d’une décision, en minutes',
  expediteurNom: 'Nom de l’expéditeur',
  reponseA: 'Réponses aussi à',
  signatairePrenom: 'Prénom',
  signataireNom: 'Nom',
  signataireQualite: 'Qualité',
  signataireService: 'Service',
  signataireAdresse: 'Adresse postale',
  signataireTelephone: 'Téléphone',
  signataireCourriel: 'Adresse mail',
  lettresPrenom: 'Prénom',
  lettresNom: 'Nom',
  lettresQualite: 'Qualité',
  lettreAccord: 'Paragraphes des lettres d’accord',
  lettreRefus: 'Paragraphes des lettres de refus',
}

export const LIBELLE_GROUPE_REGLEMENT: Record<GroupeReglement, string> = {
  CALENDRIER: 'Calendrier',
  PUBLIC: 'Structures et public',
  MONTANTS: 'Montants',
  DELAIS: 'Délais',
  REGLEMENT: 'Règlement',
  DEPOT: 'Dépôt des demandes',
  COURRIELS: 'Courriels',
  SIGNATAIRE: 'Signataire des courriels',
  LETTRES: 'Signataire des lettres de décision',
}

/** What a signatory lacks, as a sentence says it. */
export const LIBELLE_MANQUE: Record<MotDuSignataire, string> = {
  prenom: 'le prénom',
  nom: 'le nom',
  qualite: 'la qualité',
  adresse: 'l’adresse',
  telephone: 'le téléphone',
}

/** What a field does, beside it: what it changes, and what leaving it empty means. */
export const AIDE_REGLAGE: Record<ChampReglement, string> = {
  libelle: 'Le nom que lisent les agents et les structures.',
  ouverteLe: 'Un dossier déposé à partir de ce jour entre dans cette campagne.',
  echeanceFiche: 'Une fiche reçue après ce jour est marquée en retard, et son accusé le dit.',
  echeanceDepot: 'Un dossier déposé après ce jour est signalé hors délai.',
  commissionLe:
    'Citée dans les courriels. Ce jour passé, seul un responsable déverrouille. Vide\u00a0: pas de commission.',
  seancesCp:
    'Des jours séparés par des virgules. La prochaine est citée dans les courriels\u00a0; la première passée, seul un responsable déverrouille.',
  projetDu: 'Un projet qui commence avant est signalé. Vide\u00a0: le 1er\u00a0janvier de l’année de la campagne.',
  projetAu: 'Un projet qui finit après est signalé. Vide\u00a0: le 31\u00a0décembre de l’année suivante.',
  genresEligibles: 'Une demande d’une autre structure est signalée. Aucune cochée\u00a0: toutes sont admises.',
  pays: 'Des noms séparés par des virgules. Un autre pays est signalé. Vide\u00a0: tous, sauf la France.',
  ageMin: 'Une demande pour de plus jeunes est signalée. Vide\u00a0: pas de limite.',
  ageMax: 'Une demande pour de plus âgés est signalée. Vide\u00a0: pas de limite.',
  minParticipants: 'Une demande pour moins de jeunes est signalée. Vide\u00a0: pas de limite.',
  maxParStructure: 'Une demande de plus de la même structure est signalée. Vide\u00a0: pas de limite.',
  enveloppe:
    'Aucun accord ne la dépasse, et une demande plus grande que ce qui reste est signalée. Vide\u00a0: non fixée.',
  montantMin: 'Une demande plus petite est signalée. Vide\u00a0: pas de limite.',
  montantMax: 'Une demande plus grande est signalée, et aucun accord ne la dépasse. Vide\u00a0: pas de limite.',
  tauxMax:
    'Montant demandé sur coût total, sans les contributions en nature. Plus haut, c’est signalé. Vide\u00a0: pas de limite.',
  tauxMaxBloquant: 'Le dossier ne peut alors être déclaré complet ni décidé sans passer outre.',
  partPubliqueMax: 'Argent public sur coût total\u00a0; un simple avertissement. Vide\u00a0: jamais.',
  cofinancementExige: 'Un budget que le Département seul finance est signalé.',
  instructeurPasseOutre: 'Sinon, il faut un responsable. Le motif reste au journal.',
  seuilConvention: 'Au-dessus, l’accord à une structure de droit privé annonce une convention à signer.',
  tauxAcompte: 'Annoncé dans le courriel d’accord. Avec 100, la subvention est versée en une fois.',
  complementJours: 'Proposé à chaque demande de compléments\u00a0; les demandes déjà parties gardent leur date.',
  clotureSeanceJours:
    'Proposé à chaque nouvelle séance\u00a0: le plus long des campagnes en cours. Les séances déjà ajoutées gardent leur dernier jour.',
  bilanDuJours: 'Après la fin du projet, annoncé dans le courriel d’accord.',
  deverrouillageMin: 'Le plus court qu’un agent puisse accorder pour modifier un dossier déposé.',
  deverrouillageDefaut: 'Ce que le formulaire propose.',
  deverrouillageMax: 'Le plus long. Les ouvertures en cours gardent leur date.',
  texteReglement:
    'Tel qu’il a été voté\u00a0: collez-le. Une ligne qui commence par «\u00a0Article\u00a01\u00a0» est un titre, celles qui commencent par un tiret font une liste. Les structures le lisent sur la page de la campagne et avant de dire qu’elles l’ont lu\u00a0; celles qui l’avaient dit le relisent s’il change.',
  demandesEnLigne:
    'Les courriels mènent alors à l’extranet. Sinon, ils mènent au portail, et la page de la campagne aussi\u00a0; ce qui est déjà commencé peut encore être déposé.',
  adressePortail: 'Où mènent les courriels des dossiers du portail. Elle commence par https://.',
  accuseFiche: 'Le courriel part de lui-même à l’arrivée de la fiche, si le signataire est complet.',
  accuseReception:
    'Le portail e-partenaire en envoie déjà un à chaque dépôt\u00a0: ne cochez que s’il ne le fait plus. Un dossier déposé depuis plus de 30\u00a0jours n’en reçoit pas.',
  attenteDecision:
    'Pendant ce temps, une décision peut être reprise\u00a0: son courriel ne part pas. Avec 0, il part aussitôt.',
  expediteurNom:
    'Ce que les structures lisent devant notre adresse, qui ne change pas. Vide\u00a0: le nom de l’application.',
  reponseA:
    'Une adresse de plus où vont les réponses. Notre boîte, que l’application lit, les reçoit toujours\u00a0: sans elle, aucune ne serait rangée avec son dossier. Vide\u00a0: notre boîte seule.',
  signatairePrenom: 'Qui répond des courriels que personne n’a demandés. Un agent qui agit signe de son propre nom.',
  signataireNom: 'Sans signataire complet, aucun accusé de réception ne part.',
  signataireQualite: 'Sous le nom, au pied du courriel\u00a0: sa fonction.',
  signataireService: 'Sous la qualité, au pied de chaque courriel.',
  signataireAdresse: 'Celle du service, au pied de chaque courriel.',
  signataireTelephone: 'Celui d’un agent qui n’en a pas dans son compte.',
  signataireCourriel: 'Où les structures peuvent écrire, au pied de chaque courriel.',
  lettresPrenom: 'Qui signe à la main les lettres de décision. Vide partout\u00a0: le signataire des courriels.',
  lettresNom: 'Sous la place de la signature.',
  lettresQualite:
    'Au-dessus de la signature, délégation comprise\u00a0: «\u00a0Pour le Président du Conseil départemental et par délégation, …\u00a0».',
  lettreAccord:
    'Après la décision et la délibération, avant les montants. Une ligne vide sépare deux paragraphes. Le montant, la convention et les voies de recours s’écrivent seuls.',
  lettreRefus: 'Après le motif et la délibération. Les voies de recours s’écrivent seules.',
}

export const LIBELLE_REFUS_REGLEMENT: Record<RefusReglement, string> = {
  JOUR_ILLISIBLE: 'Indiquez un jour du calendrier.',
  JOURS_ILLISIBLES: 'Indiquez des jours du calendrier séparés par des virgules, comme 12/05/2026, 03/07/2026.',
  PAYS_ILLISIBLES: 'Indiquez des noms de pays séparés par des virgules, comme Allemagne, Pologne.',
  GENRE_INCONNU: 'Une structure cochée n’est pas de la liste\u00a0: rechargez la page et recommencez.',
  AVANT_OUVERTURE: 'Cette date vient avant l’ouverture de la campagne.',
  MONTANT_ILLISIBLE: 'Indiquez un montant en euros, comme 600\u00a0000 ou 4\u00a0500,50.',
  MINUTES_ILLISIBLES: 'Indiquez un nombre de minutes, de 0 à 1\u00a0440 (une journée).',
  NOMBRE_ILLISIBLE: 'Indiquez un nombre entier d’au moins 1, dans la limite permise.',
  POURCENT_ILLISIBLE: 'Indiquez un pourcentage de 0 à 100, comme 80 ou 33,5.',
  TEXTE_MANQUANT: 'Remplissez ce champ\u00a0: il figure au pied de chaque courriel.',
  TEXTE_TROP_LONG: 'Raccourcissez\u00a0: 200 caractères au plus.',
  PROSE_TROP_LONGUE: 'Raccourcissez\u00a0: 2\u00a0000 caractères au plus.',
  REGLEMENT_TROP_LONG: 'Raccourcissez\u00a0: 20\u00a0000 caractères au plus.',
  COURRIEL_ILLISIBLE: 'Cette adresse électronique n’est pas complète.',
  ADRESSE_ILLISIBLE: 'Indiquez une adresse complète qui commence par https://, sans espace.',
  EXPEDITEUR_ILLISIBLE: 'Un nom seul, sans adresse\u00a0: ni @, ni guillemets, ni chevrons.',
  DATES_EN_DESORDRE: 'Cette date vient avant celle qui la précède.',
  BORNES_EN_DESORDRE: 'Cette valeur sort des limites posées par les deux autres.',
  ENVELOPPE_DEJA_ENGAGEE: 'Des subventions déjà accordées dépassent cette enveloppe.',
}
