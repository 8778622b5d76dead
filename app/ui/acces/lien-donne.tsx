import { Box } from '@mui/material'
import { Bandeau } from '#ui/kit/bandeau'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

/** A link that was just drawn, to be handed over: it is shown now and never again. */
export function LienDonne({ lien, a }: { lien: string | undefined; a: string }) {
  if (!lien) return null
  return (
    <Bandeau severity="success" marges="my2">
      <Box sx={{ mb: 1.5 }}>
        Donnez ce lien à {a}
        {'\u00a0'}: il sert une fois, pendant sept jours, à choisir un mot de passe. Il ne sera plus montré.
      </Box>
      <ChampTexte
        id="lien-donne"
        label="Lien à donner"
        value={lien}
        html={{ readOnly: true, onFocus: ({ target }) => target.select() }}
      />
    </Bandeau>
  )
}
