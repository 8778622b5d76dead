import { Link } from '@remix-run/react'

/** The whole of the procedure on one page, each time with where it is done. */
export const Guide = () => (
  <>
    <h1>Guide de la demande</h1>
    <p>
      Une demande de subvention se fait en six temps. Chaque page dit ce qu’elle attend{'\u00a0'}: ce guide ne fait que
      les montrer à la suite.
    </p>
    <ol>
      <li>
        <strong>Choisissez la campagne.</strong> <Link to="/extranet">Chaque campagne</Link> dit ce qu’elle aide, qui
        peut demander, jusqu’à quand, et les pièces demandées à votre structure. Quand les demandes se font sur
        e-partenaire, sa page y mène.
      </li>
      <li>
        <strong>Envoyez la fiche pré-projet,</strong> en ligne ou par courriel. La mission l’examine et vous répond.
        Cette fiche ne vaut pas demande de subvention.
      </li>
      <li>
        <strong>Ouvrez votre compte.</strong> <Link to="/extranet/compte">Demandez une ouverture de compte</Link>
        {'\u00a0'}: la réponse vient par courriel sous 48{'\u00a0'}heures ouvrées, puis vous{' '}
        <Link to="/extranet/mot-de-passe">choisissez un mot de passe</Link>. Une structure déjà connue se rejoint
        {'\u00a0'}: plusieurs personnes peuvent remplir la même demande.
      </li>
      <li>
        <strong>Remplissez la demande</strong> en quatre étapes{'\u00a0'}: votre structure, votre projet, vos pièces, la
        certification. Ce que vous écrivez est enregistré à mesure, et «{'\u00a0'}Vérifier ma demande{'\u00a0'}» dit ce
        qui manque ou ce qu’un agent remarquerait.
      </li>
      <li>
        <strong>Validez,</strong> au plus tard le dernier jour avant minuit, heure de Paris. Deux courriels partent
        {'\u00a0'}: la confirmation d’envoi avec son récapitulatif, et l’accusé de réception. Plus rien ne change
        ensuite sans la mission{'\u00a0'}: une modification se demande depuis la page du dossier.
      </li>
      <li>
        <strong>Suivez le dossier.</strong> <Link to="/extranet/accueil">Vos demandes</Link> disent où en est chacune et
        ce qui vient ensuite{'\u00a0'}: pièces à compléter, décision et sa lettre, bilan à rendre.
      </li>
    </ol>
    <p>
      Une question{'\u00a0'}? <Link to="/extranet/contact">Écrivez à la mission ou appelez-la</Link>.
    </p>
  </>
)
