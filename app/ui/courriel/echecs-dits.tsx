import { Link } from '@remix-run/react'
import type { EtatCourriel } from '#domain/courriel/courriel'
import { Retour } from '#ui/kit/acte/retour'
import css from '#ui/courriel/echecs-dits.module.css'

/** Above the mails: where those that failed are looked at by reason, and what sending one again is. */
export const EchecsDits = ({ compteurs, peut }: { compteurs: Record<EtatCourriel, number>; peut: boolean }) => (
  <>
    {compteurs.ECHEC > 0 && (
      <Link to="/courriels/echecs" className={css.lien}>
        Voir les échecs par raison, et renvoyer
      </Link>
    )}
    {peut && compteurs.ECHEC + compteurs.NON_REMIS > 0 && (
      <div className={css.retour}>
        <Retour de="relancerCourriel" verbe="Renvoyer" />
      </div>
    )}
  </>
)
