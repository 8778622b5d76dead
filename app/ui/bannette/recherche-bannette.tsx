import Close from '@mui/icons-material/Close'
import Search from '@mui/icons-material/Search'
import { IconButton, InputAdornment, TextField } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'

/** A pause in typing that says the word is finished. */
const PAUSE_MS = 400

const LONGUEUR_MAX = 200

/** Searches while one types; the first letters leave a step to come back to, the next ones correct it. */
export function RechercheBannette({ q, libelle }: { q: string; libelle: string }) {
  const { aller } = useAdresseBannette()
  const [texte, setTexte] = useState(q)
  const minuteur = useRef<ReturnType<typeof setTimeout>>(undefined)
  const motsDemandes = useRef(q)
  useEffect(() => {
    // An answer to older letters must not overwrite what is being typed; an address gone back to must.
    if (q !== motsDemandes.current) setTexte(q)
    motsDemandes.current = q
  }, [q])
  useEffect(() => () => clearTimeout(minuteur.current), [])
  const chercher = (mots: string) => {
    clearTimeout(minuteur.current)
    const voulu = mots.replace(/\s+/gu, ' ').trim()
    if (voulu === q) return
    motsDemandes.current = voulu
    aller({ q: voulu || null }, { replace: q !== '' && voulu !== '' })
  }
  return (
    <TextField
      value={texte}
      placeholder={libelle}
      onChange={(event) => {
        const mots = event.target.value
        setTexte(mots)
        clearTimeout(minuteur.current)
        minuteur.current = setTimeout(() => chercher(mots), PAUSE_MS)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') chercher(texte)
        if (event.key === 'Escape' && texte) {
          setTexte('')
          chercher('')
        }
      }}
      slotProps={{
        htmlInput: { 'aria-label': libelle, maxLength: LONGUEUR_MAX, type: 'text', enterKeyHint: 'search' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: texte && (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-label="Effacer la recherche"
                onClick={() => {
                  setTexte('')
                  chercher('')
                }}
              >
                <Close fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
      sx={{ width: { xs: '100%', md: 340 } }}
    />
  )
}
