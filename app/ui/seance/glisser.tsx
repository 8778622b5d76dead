import { useRef, useState, type DragEvent } from 'react'
import { useOccupe } from '#ui/kit/acte/en-voie'

/** The field of a line's rank, by which a line that was dragged is placed: the drag writes the number and sends its form, as a hand would. */
export const champDuRang = (ligneId: string): string => `rang-${ligneId}`

/** Writes this rank in the form of a line, and sends it. */
function placer(ligneId: string, rang: number) {
  const champ = document.getElementById(champDuRang(ligneId))
  if (!(champ instanceof HTMLInputElement)) return
  champ.value = String(rang)
  champ.form?.requestSubmit()
}

type Rangee = { id: string; rang: number }

/**
 * Lines that are dragged to the place of another: what their handles and their rows listen to, and the row that would give its place. None
 * is taken while an act is on its way: the places are about to change, and the number written would be that of an order gone by.
 */
export function useGlisser() {
  const occupe = useOccupe()
  const tiree = useRef<string | null>(null)
  const [survolee, setSurvolee] = useState<string | null>(null)
  const lacher = () => {
    tiree.current = null
    setSurvolee(null)
  }
  const poignee = ({ id }: Rangee) => ({
    draggable: !occupe,
    onDragStart: ({ dataTransfer }: DragEvent) => {
      tiree.current = id
      dataTransfer.effectAllowed = 'move'
      // Firefox drags nothing that bears no data.
      dataTransfer.setData('text/plain', id)
    },
    onDragEnd: lacher,
  })
  const rangee = ({ id, rang }: Rangee) => ({
    'data-survolee': survolee === id || undefined,
    onDragOver: (event: DragEvent) => {
      if (tiree.current === null) return
      event.preventDefault()
      setSurvolee(id)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (tiree.current !== null && tiree.current !== id) placer(tiree.current, rang)
      lacher()
    },
  })
  return { poignee, rangee }
}
