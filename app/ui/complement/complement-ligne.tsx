import { Box, IconButton } from '@mui/material'
import { type ElementDemande, LONGUEUR_MAX_ELEMENT } from '#domain/complement/complement'
import { CODES_PIECE } from '#domain/piece/piece'
import { LIBELLE_PIECE } from '#libelles/piece/piece'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Icone } from '#ui/kit/icone/icone'

export type LigneEditee = ElementDemande & { cle: string; id: string }

type Props = {
  ligne: LigneEditee
  rang: number
  dernier: boolean
  changer: (ligne: LigneEditee) => void
  deplacer: (sens: -1 | 1) => void
  retirer: () => void
}

const FORMULAIRE = 'Formulaire de demande'

/** One line of a request: which pièce, what is wrong, what to do; it can be moved and taken away. */
export function ComplementLigne({ ligne, rang, dernier, changer, deplacer, retirer }: Props) {
  const { id, cle, code, constat, aFaire } = ligne
  const nom = `ligne ${rang + 1}`
  const texte = (cleDuChamp: 'constat' | 'aFaire', libelle: string, valeur: string) => (
    <ChampTexte
      name={cleDuChamp}
      label={libelle}
      value={valeur}
      onChange={(event) => changer({ ...ligne, [cleDuChamp]: event.target.value })}
      multiline
      required
      html={{ maxLength: LONGUEUR_MAX_ELEMENT, 'aria-label': `${libelle} – ${nom}` }}
      parts={{ marque: false }}
    />
  )
  return (
    <Box component="li" sx={LIGNE}>
      <input type="hidden" name="cle" value={cle} />
      <ChampChoix
        name="code"
        label="Pièce"
        value={code ?? ''}
        onChange={(event) => changer({ ...ligne, code: event.target.value || null })}
        html={{ 'aria-label': `Pièce – ${nom}` }}
      >
        <option value="">{FORMULAIRE}</option>
        {CODES_PIECE.map((un) => (
          <option key={un} value={un}>
            {LIBELLE_PIECE[un]}
          </option>
        ))}
      </ChampChoix>
      {texte('constat', 'Ce qui ne va pas', constat)}
      {texte('aFaire', 'À faire', aFaire)}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <IconButton
          id={`${id}-haut`}
          size="small"
          aria-label={`Monter la ${nom}`}
          disabled={rang === 0}
          onClick={() => deplacer(-1)}
        >
          <Icone nom="arrow-upward" />
        </IconButton>
        <IconButton
          id={`${id}-bas`}
          size="small"
          aria-label={`Descendre la ${nom}`}
          disabled={dernier}
          onClick={() => deplacer(1)}
        >
          <Icone nom="arrow-downward" />
        </IconButton>
        <IconButton size="small" aria-label={`Retirer la ${nom}`} onClick={retirer}>
          <Icone nom="delete" />
        </IconButton>
      </Box>
    </Box>
  )
}

const LIGNE = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', md: 'minmax(180px, 2fr) 3fr 4fr auto' },
  gap: 1,
  alignItems: 'start',
  py: 1.25,
  borderBottom: 1,
  borderColor: 'divider',
} as const
