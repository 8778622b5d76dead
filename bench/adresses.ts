/** What is asked over HTTP: the name people read, and the address. `groupe` says which target of docs/performance.md it is under. */
export type Adresse = {
  nom: string
  adresse: string
  groupe: 'données' | 'page' | 'accueil' | 'autre'
  entetes?: Record<string, string>
}

const donnees = (nom: string, query: string): Adresse => ({
  nom: `dossiers, données, ${nom}`,
  adresse: `/dossiers.data?size=50${query && `&${query}`}`,
  groupe: 'données',
})

/**
 * Both the frame and the page are asked, as a browser does when a filter changes. Nothing is compressed unless it says so: the floor is not.
 * A filter fills a page at 1,000 dossiers as at 100,000: a p95 is compared to that of as many lines.
 */
export const ADRESSES: readonly Adresse[] = [
  donnees('onglet par défaut', ''),
  donnees('onglet « À faire »', 'vue=a-faire'),
  donnees('onglet « Mes dossiers »', 'vue=miens'),
  donnees('onglet « À contrôler »', 'vue=a-controler'),
  donnees('onglet « Rejet proche »', 'vue=rejet-proche'),
  donnees('onglet « Déverrouillés »', 'vue=deverrouilles'),
  donnees('un état', 'etat=ACCORDE'),
  donnees('une complétude', 'completude=manquantes'),
  donnees('une campagne', 'campagne=MEI-2025'),
  donnees('un genre de structure', 'genre=association'),
  donnees('suivis par moi', 'agent=moi'),
  donnees('suivis par personne', 'agent=personne'),
  donnees('fiche proposée', 'fil=propose'),
  donnees('sans fiche', 'fil=aucun'),
  donnees('une pièce manquante', 'piece=BUDGET_PROJET'),
  donnees('déposés depuis', 'depuis=2025-01-01'),
  donnees('déposés jusqu’au', 'jusqua=2025-03-31'),
  donnees('deux filtres', 'etat=ACCORDE&genre=association'),
  donnees('un état, par montant', 'etat=ACCORDE&sort=montant&dir=desc'),
  donnees('recherche « jumelage herne »', 'q=jumelage+herne'),
  donnees('recherche d’un numéro', 'q=2025-00017'),
  donnees('page 20', 'page=19'),
  donnees('page 600', 'page=600'),
  { ...donnees('onglet par défaut, compressé', ''), entetes: { 'accept-encoding': 'gzip, deflate, br' } },
  { nom: 'dossiers, page HTML', adresse: '/dossiers?size=50', groupe: 'page' },
  { nom: 'tableau de bord, données', adresse: '/_root.data', groupe: 'accueil' },
  { nom: 'tableau de bord, page HTML', adresse: '/', groupe: 'accueil' },
  { nom: 'pré-projets, données', adresse: '/pre-projets.data?size=50', groupe: 'autre' },
  { nom: 'pré-projets, recherche', adresse: '/pre-projets.data?size=50&q=chorale+herne', groupe: 'autre' },
  { nom: 'courriels, données', adresse: '/courriels.data?size=50', groupe: 'autre' },
  { nom: 'métriques', adresse: '/metriques', groupe: 'autre' },
]
