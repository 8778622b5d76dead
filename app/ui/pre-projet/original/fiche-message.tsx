import { Box, Button, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { debutDeLigne, numeroDe } from '#domain/pre-projet/lecture/surligner'
import css from '#ui/pre-projet/original/original.module.css'
import { CADRE, type Lu, TexteMarque } from '#ui/pre-projet/original/fiche-lu'

type Props = {
  /** Where its page, as it was laid out, is fetched. */
  apercu: string
  courriel: { sujet: string; texte: string; misEnForme: boolean }
  lu: Lu | null
}

/** The body of a mail: its words, or its page as it was laid out, in a frame that loads and runs nothing. What was read in it is marked. */
export function FicheMessage({ apercu, courriel, lu }: Props) {
  const { sujet, texte, misEnForme } = courriel
  const [page, setPage] = useState(misEnForme)
  useEffect(() => {
    if (lu) setPage(misEnForme && numeroDe('ligne', lu.endroit) === null)
  }, [lu, misEnForme])
  return (
    <div>
      {misEnForme && texte.trim() !== '' && (
        <Button size="small" onClick={() => setPage(!page)} sx={{ ml: -0.5 }}>
          {page ? 'Voir le texte seul' : 'Voir la mise en forme'}
        </Button>
      )}
      {page ? (
        <Box
          component="iframe"
          key={lu?.mots ?? ''}
          title={`Courriel reçu\u00a0: ${sujet || 'sans objet'}`}
          sandbox=""
          src={`${apercu}?mots=${encodeURIComponent((lu?.mots ?? '').slice(0, 200))}#lu`}
          className={css.message}
          sx={{ ...CADRE, width: '100%', bgcolor: '#fff' }}
        />
      ) : (
        <Box data-cadre tabIndex={0} role="region" aria-label="Texte du courriel" sx={{ ...CADRE, p: 2 }}>
          <Typography component="div" variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {texte.trim() === '' ? (
              'Ce courriel ne contient pas de texte.'
            ) : (
              <TexteMarque
                texte={texte}
                mots={lu?.mots ?? ''}
                depuis={debutDeLigne(texte, (lu && numeroDe('ligne', lu.endroit)) ?? 0)}
              />
            )}
          </Typography>
        </Box>
      )}
    </div>
  )
}
