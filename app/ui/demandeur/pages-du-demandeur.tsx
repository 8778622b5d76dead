import { Box } from '@mui/material'
import { Link } from '@remix-run/react'
import { PAGES_VUES, type PageVue } from '#domain/demandeur/vue-du-demandeur'
import { adresseDeVue, LIBELLE_PAGE_VUE } from '#libelles/demandeur/vue-du-demandeur'

const LISTE = { display: 'flex', flexWrap: 'wrap', columnGap: 3, p: 0, mt: 1, mb: 2, listStyle: 'none' } as const

const LIEN = {
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: 40,
  color: 'primary.main',
  '&[aria-current]': { color: 'text.primary', fontWeight: 700, textDecoration: 'none' },
} as const

/** The pages of the demandeur that an officer may look at, and where they are. */
export const PagesDuDemandeur = ({ adresse, page }: { adresse: string; page: PageVue }) => (
  <nav aria-label="Pages du demandeur">
    <Box component="ul" sx={LISTE}>
      {PAGES_VUES.map((une) => (
        <li key={une}>
          <Box
            component={Link}
            to={adresseDeVue(adresse, une)}
            aria-current={une === page ? 'page' : undefined}
            sx={LIEN}
          >
            {LIBELLE_PAGE_VUE[une]}
          </Box>
        </li>
      ))}
    </Box>
  </nav>
)
