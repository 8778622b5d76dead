import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { Etape } from '#libelles/decouvrir'
import css from '#ui/cadre/decouvrir.module.css'

type Mot = { cle: string; nom: string; phrases: string[] }

/** The application in a few steps, each with the place where it is done. */
export const Etapes = ({ etapes }: { etapes: readonly Etape[] }) => (
  <section aria-labelledby="titre-etapes">
    <Typography variant="h2" id="titre-etapes">
      En cinq minutes
    </Typography>
    <ol className={css.etapes}>
      {etapes.map(({ titre, texte, vers, lien }) => (
        <li key={vers}>
          <Typography variant="h3">{titre}</Typography>
          <p>{texte}</p>
          <MuiLink component={Link} to={vers}>
            {lien}
          </MuiLink>
        </li>
      ))}
    </ol>
  </section>
)

/** Words and what they mean, one under the other. */
export const Mots = ({ id, titre, mots }: { id: string; titre: string; mots: readonly Mot[] }) => (
  <Box component="section" aria-labelledby={`titre-${id}`} sx={{ mt: 4 }}>
    <Typography variant="h2" id={`titre-${id}`}>
      {titre}
    </Typography>
    <dl className={css.mots}>
      {mots.map(({ cle, nom, phrases }) => (
        <div key={cle}>
          <dt>{nom}</dt>
          <dd>{phrases.join(' ')}</dd>
        </div>
      ))}
    </dl>
  </Box>
)
