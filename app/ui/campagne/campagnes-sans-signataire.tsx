import { Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { accorder } from '#domain/nombre'
import { Bandeau } from '#ui/kit/bandeau'

type Props = { campagnes: { code: string; libelle: string }[]; peutRegler: boolean }

/** The campagnes of which no receipt leaves, since nobody signs it: who may set them up is taken there, the others are told to ask. */
export function CampagnesSansSignataire({ campagnes, peutRegler }: Props) {
  if (campagnes.length === 0) return null
  return (
    <Bandeau severity="warning" role="status" marges="mb3">
      Aucun accusé de réception ne part de lui-même pour{' '}
      {campagnes.map(({ code, libelle }, i) => (
        <Fragment key={code}>
          {i > 0 && ', '}
          {peutRegler ? (
            <MuiLink component={Link} underline="always" to={`/administration/campagnes/${code}`}>
              {libelle}
            </MuiLink>
          ) : (
            libelle
          )}
        </Fragment>
      ))}
      {'\u00a0'}:{' '}
      {accorder(campagnes.length, 'son signataire n’est pas complet', 'leurs signataires ne sont pas complets')}
      {peutRegler ? '.' : '. Demandez à un responsable de le compléter.'}
    </Bandeau>
  )
}
