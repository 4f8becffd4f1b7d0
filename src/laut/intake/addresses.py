"""Which addresses may be asked: those of the public internet, and no others.

A page may be named by anybody, and may redirect anywhere; whatever answers would be
shown to the user. So nothing is asked that only this machine or its network can reach:
private, loopback, link-local, shared (carrier-grade NAT), multicast and reserved ranges
– also where IPv6 only wraps such an IPv4 address (mapped, compatible, 6to4, Teredo,
NAT64, ISATAP). Pure: looks at an address that was resolved elsewhere, never at a name.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

IPAddress = IPv4Address | IPv6Address

_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
"""The upper half of the interface part that marks an IPv4 address in the lower."""
_LOW_32 = 0xFFFFFFFF


def parsed(address: str) -> IPAddress:
    """The address that a resolver gave, less the name of an interface.

    Raises:
        ValueError: that is no IP address.
    """
    return ip_address(address.partition("%")[0])


def is_public(address: IPAddress) -> bool:
    """Whether the address belongs to the public internet, in every reading of it."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    inner = wrapped(address)
    if any(not is_public(v4) for v4 in inner):
        return False
    if address in _NAT64 or address.ipv4_mapped is not None:
        return True
    return address in _UNICAST and address.is_global


def wrapped(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address carries in itself."""
    low = IPv4Address(int(address) & _LOW_32)
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or address in _COMPATIBLE:
        found.append(low)
    if (int(address) >> 32) & _LOW_32 in _ISATAP:
        found.append(low)
    return tuple(v4 for v4 in found if v4 is not None)
