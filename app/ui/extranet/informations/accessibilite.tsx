import { Link } from '@remix-run/react'

/**
 * The statement of accessibility (loi 2005-102, art. 47; décret 2019-768). A site that nobody audited is « non conforme », whatever its tests find: the
 * word stands at the foot of every page too.
 */
export const Accessibilite = () => (
  <>
    <h1>Accessibilité</h1>
    <p>
      Le Département du Pas-de-Calais s’engage à rendre ce site accessible à tous, comme le demande l’article{'\u00a0'}
      47 de la loi du 11 février 2005.
    </p>
    <h2>État de conformité</h2>
    <p>
      Ce site est déclaré <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA,
      version{'\u00a0'}4.1){'\u00a0'}: aucun audit n’en a encore été fait par un tiers.
    </p>
    <p>
      À chaque changement, chaque page est vérifiée par les règles qu’un outil sait contrôler et par celles des
      formulaires et de la consultation (thèmes 11 et 13 du RGAA), et la démarche entière est faite au clavier seul,
      puis sans script sur un petit écran. Ces tests ne remplacent pas un audit.
    </p>
    <h2>Signaler une difficulté</h2>
    <p>
      Si une page ou un document vous arrête, <Link to="/extranet/contact">écrivez à la mission ou appelez-la</Link>
      {'\u00a0'}: elle vous donne ce que vous cherchez sous une autre forme, ou fait la démarche avec vous.
    </p>
    <h2>Si la réponse ne vient pas</h2>
    <p>
      Vous pouvez écrire à la Défenseure ou au Défenseur des droits{'\u00a0'}:{' '}
      <a href="https://formulaire.defenseurdesdroits.fr">formulaire.defenseurdesdroits.fr</a>, ou par courrier gratuit,
      sans timbre, à{'\u00a0'}: Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07. Téléphone{'\u00a0'}: 09
      {'\u00a0'}69
      {'\u00a0'}39{'\u00a0'}00{'\u00a0'}00.
    </p>
  </>
)
