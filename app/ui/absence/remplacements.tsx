import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { formatJour } from '#domain/temps/jour'
import css from '#ui/absence/absence.module.css'
import { Bandeau } from '#ui/kit/bandeau'

type Remplacement = { agentId: string; nom: string; au: string; dossiers: number; fiches: number }

/** For whom this officer stands in, and what is to do there. */
export const Remplacements = ({ remplacements }: { remplacements: readonly Remplacement[] }) =>
  remplacements.map(({ agentId, nom, au, dossiers, fiches }) => (
    <Bandeau key={agentId} severity="info" role="note" marges="mb1">
      <span className={css.remplacement}>
        Vous remplacez {nom} jusqu’au {formatJour(au)} inclus
        {'\u00a0'}:{' '}
        <Link to={`/dossiers?vue=a-faire&agent=${agentId}`}>
          {dossiers === 0 ? 'aucun dossier à faire' : compter(dossiers, 'dossier à faire', 'dossiers à faire')}
        </Link>
        ,{' '}
        <Link to={`/pre-projets?vue=a-traiter&agent=${agentId}`}>
          {fiches === 0 ? 'aucune fiche à traiter' : compter(fiches, 'fiche à traiter', 'fiches à traiter')}
        </Link>
        .
      </span>
    </Bandeau>
  ))
