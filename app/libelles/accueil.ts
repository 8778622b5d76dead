/** A figure of the first page: the list it is the count of, and its words. */
type MotsDeTuile = { vers: string; un: string; plusieurs: string }

/** Every figure of the first page. Each is the count of what its address shows, under the same filters. */
export const TUILES = {
  mesAFaire: {
    vers: '/dossiers?vue=a-faire&agent=moi',
    un: 'à faire parmi les miens',
    plusieurs: 'à faire parmi les miens',
  },
  mesDossiers: { vers: '/dossiers?vue=miens', un: 'dossier suivi', plusieurs: 'dossiers suivis' },
  mesRejets: { vers: '/dossiers?vue=rejet-proche&agent=moi', un: 'rejet proche', plusieurs: 'rejets proches' },
  mesRetards: {
    vers: '/dossiers?vue=delai-depasse&agent=moi',
    un: 'réponse en retard',
    plusieurs: 'réponses en retard',
  },
  mesFiches: {
    vers: '/pre-projets?vue=a-traiter&agent=moi',
    un: 'fiche suivie à traiter',
    plusieurs: 'fiches suivies à traiter',
  },
  deverrouillages: { vers: '/dossiers?vue=deverrouilles', un: 'déverrouillage', plusieurs: 'déverrouillages' },
  aRepondre: {
    vers: '/courriels?sens=recus&vue=a-repondre',
    un: 'question à répondre',
    plusieurs: 'questions à répondre',
  },
  aClasser: {
    vers: '/courriels?sens=recus&vue=a-classer',
    un: 'courriel reçu à classer',
    plusieurs: 'courriels reçus à classer',
  },
  aEnvoyer: { vers: '/courriels?etat=A_ENVOYER', un: 'courriel va partir', plusieurs: 'courriels vont partir' },
  retenus: { vers: '/courriels?etat=RETENU', un: 'courriel retenu', plusieurs: 'courriels retenus' },
  nonRemis: {
    vers: '/courriels?etat=NON_REMIS&suite=a-voir',
    un: 'courriel refusé',
    plusieurs: 'courriels refusés',
  },
  aRelire: {
    vers: '/dossiers?vue=a-notifier&notification=a-relire',
    un: 'décision à relire par une autre personne',
    plusieurs: 'décisions à relire par une autre personne',
  },
  parCourrier: {
    vers: '/dossiers?vue=decides&notification=par-courrier',
    un: 'décision à notifier par courrier',
    plusieurs: 'décisions à notifier par courrier',
  },
  enEchec: { vers: '/courriels/echecs', un: 'courriel en échec', plusieurs: 'courriels en échec' },
  fiches: { vers: '/pre-projets?vue=a-traiter', un: 'fiche à traiter', plusieurs: 'fiches à traiter' },
  fichesEnRetard: { vers: '/pre-projets?vue=en-retard', un: 'reçue hors délai', plusieurs: 'reçues hors délai' },
  nouveaux: {
    vers: '/dossiers?vue=nouveaux',
    un: 'dossier que personne ne suit',
    plusieurs: 'dossiers que personne ne suit',
  },
  aControler: { vers: '/dossiers?vue=a-controler', un: 'dossier à contrôler', plusieurs: 'dossiers à contrôler' },
  aVerifier: { vers: '/dossiers?vue=a-verifier', un: 'recevabilité à vérifier', plusieurs: 'recevabilités à vérifier' },
  aDecider: { vers: '/dossiers?vue=a-decider', un: 'dossier à décider', plusieurs: 'dossiers à décider' },
  rejets: { vers: '/dossiers?vue=rejet-proche', un: 'rejet proche ou passé', plusieurs: 'rejets proches ou passés' },
  retards: { vers: '/dossiers?vue=delai-depasse', un: 'réponse en retard', plusieurs: 'réponses en retard' },
} as const satisfies Record<string, MotsDeTuile>

export type Tuile = keyof typeof TUILES
